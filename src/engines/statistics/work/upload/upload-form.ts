import * as z from 'zod';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { ReceivedFile } from './receive-upload.ts';

const newFlow = 'new';
const flowForm = /^[A-Z][A-Za-z0-9_.-]*:[A-Z][A-Za-z0-9_]*$/;

const form = z.object({
  token: z.uuid(),
  flow: z.string().min(1).max(200),
  newFlow: z.string().max(200).default(''),
  mapping: z.string().max(100).default(''),
  dryRun: z.literal('yes').optional(),
});

export interface UploadWanted {
  readonly file: ReceivedFile;
  readonly flow: string;
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly accept: false;
  readonly token: string;
}

type Answer =
  | { readonly ok: true; readonly value: UploadWanted; readonly entered: Entered }
  | {
      readonly ok: false;
      readonly errors: readonly { readonly field: string; readonly message: Message }[];
      readonly entered: Entered;
    };
type Entered = {
  readonly flow?: string;
  readonly newFlow?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
};

/** Reads the upload form's fields: an existing flow, or the name of a new one that a portal workbook makes. */
export function uploadForm(fields: ReadonlyMap<string, string>, file: ReceivedFile | undefined): Answer {
  const parsed = form.safeParse(Object.fromEntries(fields));
  const entered: Entered = {
    ...(fields.has('flow') && { flow: fields.get('flow') ?? '' }),
    ...(fields.has('newFlow') && { newFlow: fields.get('newFlow') ?? '' }),
    ...(fields.has('mapping') && { mapping: fields.get('mapping') ?? '' }),
    ...(fields.has('dryRun') && { dryRun: true }),
  };
  const errors: { field: string; message: Message }[] = [];
  if (file === undefined || file.size === 0) {
    errors.push({
      field: 'file',
      message: file === undefined ? say('Choose a file.') : say('The file “{name}” is empty.', { name: file.name }),
    });
  }
  const flow = parsed.success && parsed.data.flow === newFlow ? parsed.data.newFlow.trim() : (parsed.data?.flow ?? '');
  if (!parsed.success) errors.push({ field: 'flow', message: say('Choose the flow that the figures belong to.') });
  else if (!flowForm.test(flow)) {
    errors.push({
      field: 'newFlow',
      message: say('Name the new flow as agency, colon, flow, in capitals and without spaces, such as UNODC:HOMICIDE.'),
    });
  }
  if (!parsed.success || file === undefined || errors.length > 0) return { ok: false, errors, entered };
  const { token, mapping, dryRun } = parsed.data;
  const named = parsed.data.flow === newFlow ? 'unodc-portal' : mapping;
  return {
    ok: true,
    entered,
    value: { file, flow, ...(named !== '' && { mapping: named }), dryRun: dryRun === 'yes', accept: false, token },
  };
}
