import type { Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import type { Text } from '#kernel/i18n/say.ts';
import { here, type UiEnv } from '#kernel/ui/index.ts';
import type { RegistersContext } from '../context.ts';
import type { Entered } from '../form/read-form.ts';
import type { RegisterPageDeps } from './deps.ts';

export function contextOf(c: Context<UiEnv>, deps: RegisterPageDeps): RegistersContext {
  return deps.context(c.get('actor'), { request: c.get('requestId') });
}

/** A visitor is led to sign in and comes back; undefined for whoever is signed in. */
export function signInFirst(c: Context<UiEnv>): Response | undefined {
  if (c.get('actor').kind !== 'anonymous') return undefined;
  const back = `${c.req.path}${new URL(c.req.url).search}`;
  return c.redirect(`${here(c, '/sign-in')}?return=${encodeURIComponent(back)}`, 303);
}

/** What a form sent, texts only: names with all their values, in order. */
export async function enteredOf(c: Context<UiEnv>): Promise<Entered> {
  const body = await c.req.parseBody({ all: true });
  return new Map(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
    ]),
  );
}

export interface FormError {
  readonly field?: string;
  readonly message: Text;
}

const mendable = new Set(['invalid', 'conflict', 'stale', 'wrong-use']);

/** Runs a use case for a form: what the person can mend comes back with the Problem, the rest goes on. */
export async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.has(error.kind)) throw error;
    return { ok: false, problem: error };
  }
}
