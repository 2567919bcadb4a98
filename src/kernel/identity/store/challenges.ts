import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

export async function insertChallenge(transaction: Handle, row: IdentityTables['identity_challenge']): Promise<void> {
  await tables(transaction).insertInto('identity_challenge').values(row).execute();
}

/** Uses a challenge up; false when it was given for something or somebody else, is used, or too old. */
export async function takeChallenge(transaction: Handle, row: IdentityTables['identity_challenge']): Promise<boolean> {
  const taken = await tables(transaction)
    .deleteFrom('identity_challenge')
    .where('challenge', '=', row.challenge)
    .where('purpose', '=', row.purpose)
    .where(sql<boolean>`account is not distinct from ${row.account}::text`)
    .where('expires_at', '>', row.expires_at)
    .returning('challenge')
    .execute();
  return taken.length === 1;
}
