import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Handle, NoTables } from './types.ts';
import { explained } from './unavailable.ts';

/** Kysely over a `pg` pool whose connection errors become Problem('unavailable'). */
export function handleOverPool(pool: Pool): Handle {
  const guarded: PostgresPool = {
    options: {},
    connect: () =>
      pool.connect().then(guardClient, (error: unknown) => {
        throw explained(error);
      }),
    end: () => pool.end(),
  };
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool: guarded }) });
}

const guardedClients = new WeakMap<PoolClient, PostgresPoolClient>();

function guardClient(client: PoolClient): PostgresPoolClient {
  const known = guardedClients.get(client);
  if (known !== undefined) return known;
  const guarded = {
    query: (text: string, values: readonly unknown[]) =>
      client.query(text, values as unknown[]).catch((error: unknown) => {
        throw explained(error);
      }),
    release: (destroy?: boolean) => client.release(destroy),
  } as unknown as PostgresPoolClient;
  guardedClients.set(client, guarded);
  return guarded;
}
