import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { escapeIdentifier, Pool } from 'pg';
import { asActor } from './as-actor.ts';
import { handleOverPool } from './handle-over-pool.ts';
import { PgliteStream } from './pglite-stream.ts';
import { rolesSql } from './roles.ts';
import type { OpenDatabase } from './types.ts';
import { valueTypes } from './value-types.ts';

/** A new PGlite with Mandata's roles, in `folder` or, without one, in memory. */
export async function createPglite(folder?: string, loadDataDir?: Blob): Promise<PGlite> {
  if (folder !== undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
  const lite = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    ...(loadDataDir !== undefined && { loadDataDir }),
  });
  // With the rights of an owner, not of a superuser: what works here works on a server.
  await lite.exec(`${rolesSql}
    do $$ begin execute format('alter database %I owner to mandata_owner', current_database()); end $$;
    alter schema public owner to mandata_owner;
    set timezone = 'UTC'; set intervalstyle = 'iso_8601';
    set role mandata_owner;`);
  return lite;
}

/** The database over a PGlite instance, which it closes. One session: everything waits its turn. */
export async function openPglite(lite: PGlite, where: string): Promise<OpenDatabase> {
  const ears = new Map<string, Set<(payload: string) => void>>();
  const pool = new Pool({
    max: 1,
    idleTimeoutMillis: 0,
    // Asking for a second connection inside a transaction would wait for ever: say so instead.
    connectionTimeoutMillis: 30_000,
    types: valueTypes,
    stream: () => new PgliteStream(lite),
    user: 'postgres',
    database: 'postgres',
  });
  pool.on('connect', (client) =>
    client.on('notification', ({ channel, payload }) => {
      for (const heard of ears.get(channel) ?? []) queueMicrotask(() => heard(payload ?? ''));
    }),
  );
  pool.on('error', () => undefined);
  const owner = handleOverPool(pool);
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  let closing: Promise<void> | undefined;
  return {
    kind: 'last-resort',
    owner,
    // PGlite never calls fsync (measured with strace): a killed process loses nothing, a power cut may.
    facts: { version: rows[0]?.server_version ?? '', where, survivesPowerLoss: false },
    as: (actor, work) => asActor(owner, actor, work),
    async listen(channel, heard) {
      const set = ears.get(channel) ?? new Set();
      ears.set(channel, set.add(heard));
      await pool.query(`listen ${escapeIdentifier(channel)}`);
      return async () => {
        set.delete(heard);
        if (set.size === 0 && closing === undefined) await pool.query(`unlisten ${escapeIdentifier(channel)}`);
      };
    },
    close() {
      closing ??= pool.end().then(() => lite.close());
      return closing;
    },
  };
}
