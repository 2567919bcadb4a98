import type { Context } from 'hono';
import * as z from 'zod';
import { Problem, type ProblemKind } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { UiEnv } from '#kernel/ui/index.ts';

/** One thing that is wrong with a form; the field is the input's id. */
export interface FormError {
  readonly field?: string;
  readonly message: Message;
}

/** What came in, or what is wrong with it; `entered` goes back into the form, never with a password in it. */
export type FormAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly entered: Entered }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly entered: Entered };
export type Entered = Readonly<Record<string, string>>;

const secrets = new Set(['password', 'current', 'code', 'recoveryCode']);

/**
 * Reads a posted form against a schema. Each field's sentence is found in `messages`; a field without one gets a general
 * sentence. Fields that may come several times are read as lists where the schema's key ends in `[]`.
 */
export async function readForm<T>(
  c: Context<UiEnv>,
  schema: z.ZodType<T>,
  messages: Readonly<Record<string, Message>> = {},
): Promise<FormAnswer<T>> {
  const body = await c.req.parseBody({ all: true });
  const raw = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, name.endsWith('[]') && !Array.isArray(value) ? [value] : value]),
  );
  const entered: Entered = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      typeof value === 'string' && !secrets.has(name) ? [[name, value]] : [],
    ),
  );
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data, entered };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))];
  const errors = fields.map((field) => ({
    ...(field !== '' && { field }),
    message: messages[field] ?? say('Something is missing or wrong here.'),
  }));
  return { ok: false, errors, entered };
}

/**
 * Runs a use case on behalf of a form. A refusal that the visitor can mend, or of a kind in `also`, becomes an error of the
 * form; every other one goes on to the page of refusals.
 */
export async function attempt<T>(
  work: () => Promise<T>,
  ...also: readonly ProblemKind[]
): Promise<{ ok: true; value: T } | { ok: false; status: number; errors: readonly FormError[] }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || !(mendable.has(error.kind) || also.includes(error.kind))) throw error;
    const { field } = error.details;
    return {
      ok: false,
      status: error.status,
      errors: [{ ...(typeof field === 'string' && { field }), message: error.said }],
    };
  }
}

const mendable = new Set(['invalid', 'conflict', 'not-signed-in', 'too-many-requests', 'wrong-use']);
