import { sql } from 'kysely';
import type { Database, Handle } from '#kernel/database/types.ts';
import type { Mail } from '#kernel/mail/index.ts';
import type { Actor } from '#kernel/policy/index.ts';

/** What every use case of identity works with. */
export interface IdentityContext {
  readonly database: Database;
  readonly clock: () => Date;
  /** The house's secret; keys for sealing and hashing are derived from it. */
  readonly secret: string;
  readonly mail: Mail;
  /** Where people reach the site, such as `https://data.example`: links lead there and passkeys are bound to it. */
  readonly origin: string;
  /** Whether the data folder is a demonstration one; only there can demonstration accounts sign in. */
  readonly demonstration: boolean;
  /** Whether an API token may carry this scope: `permissions.isScope` of the house. */
  readonly isScope: (scope: string) => boolean;
  /** Told of what went wrong after an answer was given. */
  readonly onTrouble: (trouble: unknown) => void;
}

/** A transaction of the actor that may see identity's tables. */
export function inIdentity<T>(
  { database }: IdentityContext,
  actor: Actor,
  work: (transaction: Handle) => Promise<T>,
): Promise<T> {
  return database.as(actor, async (transaction) => {
    await sql`select set_config('mandata.identity', 'on', true)`.execute(transaction);
    return work(transaction);
  });
}

/** Opens identity's tables to a part of another area's transaction, and closes them again. */
export async function withinIdentity<T>(transaction: Handle, work: () => Promise<T>): Promise<T> {
  const set = (value: string) => sql`select set_config('mandata.identity', ${value}, true)`.execute(transaction);
  const { rows } = await sql<{ before: string | null }>`
    select current_setting('mandata.identity', true) as before`.execute(transaction);
  await set('on');
  try {
    return await work();
  } finally {
    // Fails only where the transaction has failed, and then the setting ends with it.
    await set(rows[0]?.before ?? '').catch(() => undefined);
  }
}
