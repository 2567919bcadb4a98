import { Pool, type ClientConfig } from 'pg';
import { asActor } from './as-actor.ts';
import { handleOverPool } from './handle-over-pool.ts';
import { listener } from './listen.ts';
import type { OpenDatabase } from './types.ts';
import { valueTypes } from './value-types.ts';

/** The database over a pool of connections to a server; `ended` runs after the last connection is closed. */
export function openPool(
  config: ClientConfig,
  given: Pick<OpenDatabase, 'kind' | 'facts'> & { ended?: () => Promise<void> },
): OpenDatabase {
  const pool = new Pool({
    ...config,
    types: valueTypes,
    max: 20,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A command that forgets to close must still be able to end.
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined);
  // While a client is out, the pool does not listen to it: a server that goes away would end our process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const owner = handleOverPool(pool);
  const ears = listener(config);
  let closing: Promise<void> | undefined;
  return {
    kind: given.kind,
    facts: given.facts,
    owner,
    as: (actor, work) => asActor(owner, actor, work),
    listen: (channel, heard) => ears.listen(channel, heard),
    close() {
      closing ??= ears
        .close()
        .then(() => pool.end())
        .then(() => given.ended?.());
      return closing;
    },
  };
}
