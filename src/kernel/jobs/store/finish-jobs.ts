import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { nowOf, type Clock } from './clock.ts';

// Each of these touches only jobs still held under the lease: what has gone to another worker is that one's to finish.

export async function markDone(handle: Handle, ids: readonly string[], lease: string, clock: Clock): Promise<void> {
  await sql`update jobs set state = 'done', lease = null, leased_until = null, progress = 1, reason = null,
    finished_at = ${nowOf(clock)} where id = any (${ids}::uuid[]) and lease = ${lease}`.execute(handle);
}

/** Waits `pauseSeconds` for its next attempt; without a pause it is dead. */
export async function markFailed(
  handle: Handle,
  id: string,
  options: { lease: string; reason: string; pauseSeconds: number | undefined; clock: Clock },
): Promise<void> {
  const now = nowOf(options.clock);
  const dead = options.pauseSeconds === undefined;
  await sql`update jobs set state = ${dead ? 'dead' : 'waiting'}, lease = null, leased_until = null, reason = ${options.reason},
    run_at = ${now} + make_interval(secs => ${options.pauseSeconds ?? 0}),
    finished_at = ${dead ? now : null} where id = ${id} and lease = ${options.lease}`.execute(handle);
}

/** Back to the queue as if never taken. */
export async function giveBack(handle: Handle, ids: readonly string[], lease: string): Promise<void> {
  await sql`update jobs set state = 'waiting', lease = null, leased_until = null, attempts = attempts - 1
    where id = any (${ids}::uuid[]) and lease = ${lease}`.execute(handle);
}

export async function markProgress(
  handle: Handle,
  id: string,
  options: { lease: string; progress: number; message: string | null },
): Promise<void> {
  await sql`update jobs set progress = ${options.progress}, message = ${options.message}
    where id = ${id} and lease = ${options.lease}`.execute(handle);
}
