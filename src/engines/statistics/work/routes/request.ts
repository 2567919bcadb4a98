import type { Context } from 'hono';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { here, type UiEnv } from '#kernel/ui/index.ts';
import type { StatisticsContext } from '../../context.ts';
import type { WorkDeps } from '../deps.ts';

export interface FormError {
  readonly field?: string;
  readonly message: Message;
}

export function contextOf(c: Context<UiEnv>, deps: WorkDeps): StatisticsContext {
  return deps.context(c.get('actor'), { request: c.get('requestId') });
}

/** A visitor is led to sign in and comes back; undefined for whoever is signed in. */
export function signInFirst(c: Context<UiEnv>): Response | undefined {
  if (c.get('actor').kind !== 'anonymous') return undefined;
  const back = c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : here(c, '/work/imports');
  return c.redirect(`${here(c, '/sign-in')}?return=${encodeURIComponent(back)}`, 303);
}

/** Reads a posted form; the first thing that does not fit is told in the words given for its field. */
export async function readForm<T>(
  c: Context<UiEnv>,
  schema: z.ZodType<T>,
  words: Readonly<Record<string, Message>>,
): Promise<
  { ok: true; value: T } | { ok: false; errors: readonly FormError[]; entered: Readonly<Record<string, string>> }
> {
  const body = await c.req.parseBody();
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const entered = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))];
  const errors = fields.map((field) => ({
    ...(field !== '' && { field }),
    message: words[field] ?? say('Something is missing or wrong here.'),
  }));
  return { ok: false, errors, entered };
}

const mendable = new Set(['invalid', 'conflict', 'wrong-use', 'too-large', 'unsupported-media-type', 'unavailable']);

/** Runs a use case for a form: what the person can mend comes back as an error of the form, the rest goes on. */
export async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; status: number; errors: readonly FormError[] }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.has(error.kind)) throw error;
    const { field } = error.details;
    return {
      ok: false,
      status: error.status,
      errors: [{ ...(typeof field === 'string' && { field }), message: error.said }],
    };
  }
}
