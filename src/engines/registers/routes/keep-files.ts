import type { Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { fileTypeOf } from '../form/file-type.ts';
import type { Entered } from '../form/read-form.ts';
import type { RegisterPageDeps } from './deps.ts';

/** Bytes of a whole form with its files. */
const largest = 60_000_000;

/** A form that may bring files, with its size looked at before anything is read. Problem `too-large`. */
export async function formWithFiles(c: Context<UiEnv>): Promise<FormData> {
  const size = Number(c.req.header('content-length') ?? Number.NaN);
  if (!(size <= largest))
    throw new Problem('too-large', say('The form with its files is too large: at most 60 MB are taken at once.'));
  return c.req.formData();
}

/** What the form holds; a file that it brings under `path.new` is kept, and takes the place of the one that was there. */
export async function enteredWithFiles(form: FormData, { files }: RegisterPageDeps): Promise<Entered> {
  const entered = new Map<string, string[]>();
  const brought: [string, File][] = [];
  for (const [name, value] of form)
    if (typeof value === 'string') entered.set(name, [...(entered.get(name) ?? []), value]);
    else if (value.size > 0 && name.endsWith('.new')) brought.push([name.slice(0, -'.new'.length), value]);
  for (const [path, file] of brought) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sha256 } = await files.put(bytes);
    const type = fileTypeOf(bytes, file.name) ?? 'application/octet-stream';
    entered.set(path, [JSON.stringify({ sha256, name: file.name, bytes: bytes.length, type })]);
  }
  return entered;
}
