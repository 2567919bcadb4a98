import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

/** How attempts under one key are slowed. */
export interface Patience {
  /** Failures that cost nothing. */
  readonly free: number;
  /** Longest wait, in seconds. */
  readonly longest: number;
  /** Seconds without an attempt after which all is forgotten. */
  readonly forget: number;
}

/**
 * Counts an attempt as failed before it is looked at, so that a thousand at once are no way round. The wait after it
 * doubles with each failure beyond the free ones. Answers undefined when the attempt may go on, else when the next one may.
 */
export async function claimAttempt(
  transaction: Handle,
  key: string,
  now: Date,
  patience: Patience,
): Promise<Date | undefined> {
  const { free, longest, forget } = patience;
  const forgotten = sql<boolean>`identity_attempt.last_at < ${now}::timestamptz - make_interval(secs => ${forget})`;
  const failures = sql<number>`case when ${forgotten} then 1 else identity_attempt.failures + 1 end`;
  const wait = sql`make_interval(secs => case when ${failures} <= ${free}::int then 0
    else least(${longest}::float8, power(2::float8, least(30, ${failures} - ${free}::int))) end)`;
  const claimed = await tables(transaction)
    .insertInto('identity_attempt')
    .values({ key, failures: 1, last_at: now, blocked_until: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ failures, last_at: now, blocked_until: sql`${now}::timestamptz + ${wait}` })
        .where('identity_attempt.blocked_until', '<=', now),
    )
    .returning('key')
    .executeTakeFirst();
  if (claimed !== undefined) return undefined;
  const blocked = tables(transaction).selectFrom('identity_attempt').select('blocked_until').where('key', '=', key);
  return (await blocked.executeTakeFirstOrThrow()).blocked_until;
}

/** Forgets the failures under a key. */
export async function clearAttempts(transaction: Handle, key: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_attempt').where('key', '=', key).execute();
}

/** Takes one claimed attempt back: it was no failure. */
export async function returnAttempt(transaction: Handle, key: string, now: Date): Promise<void> {
  await tables(transaction)
    .updateTable('identity_attempt')
    .set({ failures: sql`greatest(failures - 1, 0)`, blocked_until: now })
    .where('key', '=', key)
    .execute();
}
