import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

/** Deletes what has expired and failed attempts that nobody remembers. */
export async function sweep(transaction: Handle, now: Date, idleSince: Date, attemptsSince: Date): Promise<void> {
  const identity = tables(transaction);
  await identity
    .deleteFrom('identity_session')
    .where((where) => where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', idleSince)]))
    .execute();
  await identity.deleteFrom('identity_link').where('expires_at', '<=', now).execute();
  await identity.deleteFrom('identity_challenge').where('expires_at', '<=', now).execute();
  await identity.deleteFrom('identity_api_token').where('expires_at', '<=', now).execute();
  const attempts = identity.deleteFrom('identity_attempt').where('last_at', '<=', attemptsSince);
  await attempts.where('blocked_until', '<=', now).execute();
}
