import { createHash } from 'node:crypto';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import { actedBy } from '../../context.ts';
import type { WorkDeps } from '../deps.ts';
import { workTables } from '../store/tables.ts';

/** Who writes what where. */
export interface WriteRequest {
  readonly actor: Actor;
  readonly method: string;
  readonly path: string;
}

export function requestOf(c: {
  get(name: 'actor'): Actor;
  readonly req: { readonly method: string; readonly path: string };
}): WriteRequest {
  return { actor: c.get('actor'), method: c.req.method, path: c.req.path };
}

/**
 * Does a write once for each Idempotency-Key of an account: the same request again gets the same answer. Problem `conflict`
 * when the key came with another request, or when it is not known whether the first one was done.
 */
export async function once<T extends object>(
  deps: WorkDeps,
  request: WriteRequest,
  { key, content, read }: { key: string | undefined; content: unknown; read: (stored: unknown) => T },
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined) return work();
  const context = deps.context(request.actor);
  const by = actedBy(context.actor).by;
  const { owner } = context.database;
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.path}\n${JSON.stringify(content)}`)
    .digest('hex');
  const begun = await workTables(owner)
    .insertInto('statistics_requests')
    .values({ by_account: by, key, fingerprint, begun_at: deps.clock(), status: null, answer: null })
    .onConflict((conflict) => conflict.columns(['by_account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (begun === undefined) return read(await answered(owner, by, key, fingerprint));
  try {
    const done = await work();
    await entry(owner, by, key, JSON.stringify(done));
    return done;
  } catch (error) {
    // What was refused was not done: the key may be used again.
    await workTables(owner)
      .deleteFrom('statistics_requests')
      .where('by_account', '=', by)
      .where('key', '=', key)
      .execute();
    throw error;
  }
}

async function entry(owner: Handle, by: string, key: string, answer: string): Promise<void> {
  await workTables(owner)
    .updateTable('statistics_requests')
    .set({ status: 200, answer })
    .where('by_account', '=', by)
    .where('key', '=', key)
    .execute();
}

async function answered(owner: Handle, by: string, key: string, fingerprint: string): Promise<unknown> {
  const known = await workTables(owner)
    .selectFrom('statistics_requests')
    .select(['fingerprint', 'status', 'answer'])
    .where('by_account', '=', by)
    .where('key', '=', key)
    .executeTakeFirst();
  if (known !== undefined && known.fingerprint !== fingerprint) {
    throw new Problem(
      'conflict',
      say('This Idempotency-Key came with another request before. Use a new one for each thing to do.'),
    );
  }
  if (known === undefined || known.status === null) {
    throw new Problem(
      'conflict',
      say(
        'The request with this Idempotency-Key is still being done, or was cut off. Look at what is there before you send it again under a new key.',
      ),
      { details: { retryAfter: 2 } },
    );
  }
  return known.answer;
}
