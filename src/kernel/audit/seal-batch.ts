import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { merkleRoot } from './merkle-root.ts';
import type { Seal } from './seal.ts';
import { beginning, sealOf } from './seal.ts';
import { assignBatch, sealableEntries } from './store/sealable-entries.ts';
import { findLastSeal, insertSeal } from './store/seals.ts';

/** Any number that no other advisory lock of the house uses. */
const sealersLock = 7_238_110_467;
/** Entries of one batch, so that a long absence of the sealer does not fill the memory. */
const mostEntries = 5000;

/**
 * Chains the entries that are committed and in no batch yet; undefined when there are none or another sealer is at work.
 * What commits later is picked up by the next batch: what counts is that an entry has no batch, not its number, which
 * is given before the commit and says nothing of its order.
 */
export async function sealBatch(owner: Handle, secret: string, now: Date): Promise<Seal | undefined> {
  return owner.transaction().execute(async (transaction) => {
    const lock = sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealersLock}::bigint) as mine`;
    if ((await lock.execute(transaction)).rows[0]?.mine !== true) return undefined;
    const entries = await sealableEntries(transaction, mostEntries);
    if (entries.length === 0) return undefined;
    const last = await findLastSeal(transaction);
    const seal = sealOf(secret, {
      batch: (last?.batch ?? 0) + 1,
      entries: entries.length,
      total: (last?.total ?? 0) + entries.length,
      root: merkleRoot(entries.map(({ text }) => text)),
      previous: last?.hash ?? beginning,
      sealedAt: now.toISOString(),
    });
    await insertSeal(transaction, seal);
    await assignBatch(
      transaction,
      entries.map(({ id }) => id),
      seal.batch,
    );
    return seal;
  });
}
