import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { sql } from 'kysely';
import type { Database, Handle } from '../types.ts';
import type { DumpSummary, Head } from './format.ts';
import { rowHash } from './row-hash.ts';
import { readSequences } from './sequences.ts';
import { rowAsLine, tablesToKeep, writeExactly, type Table } from './tables.ts';

/** What is held in memory of a table at a time, about. */
const chunkBytes = 2 * 2 ** 20;

/**
 * Writes every row of the record as of one moment (a repeatable-read snapshot), without holding up anybody, in bounded memory.
 * Does not end `sink`. Throws when a table's rows could be hidden from the owner.
 */
export function dumpTables(database: Database, sink: Writable, now: Date): Promise<DumpSummary> {
  const whole = createHash('sha256');
  const write = async (line: string): Promise<void> => {
    whole.update(`${line}\n`);
    if (!sink.write(`${line}\n`)) await once(sink, 'drain');
  };
  return database.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await writeExactly(transaction);
      await refuseHidden(transaction);
      const head = await headOf(transaction, now);
      await write(JSON.stringify(head));
      const tables: { name: string; rows: number; sha256: string }[] = [];
      for (const table of await tablesToKeep(transaction)) {
        await write(JSON.stringify({ table: table.name, columns: table.columns }));
        const hash = rowHash();
        for await (const line of linesOf(transaction, table)) {
          hash.add(line);
          await write(line);
        }
        const end = { rows: hash.rows, sha256: hash.hex() };
        await write(JSON.stringify({ end: table.name, ...end }));
        tables.push({ name: table.name, ...end });
      }
      await write(JSON.stringify({ sequences: await readSequences(transaction) }));
      const sha256 = whole.digest('hex');
      sink.write(`${JSON.stringify({ sha256 })}\n`);
      return { head, tables, sha256 };
    });
}

/** The table's rows as lines, through a cursor, as many at a time as fit into the chunk by the rows seen so far. */
export async function* linesOf(transaction: Handle, table: Table): AsyncGenerator<string> {
  await sql`declare mandata_rows no scroll cursor for select ${rowAsLine(table)} as line from ${sql.table(table.name)}`.execute(
    transaction,
  );
  for (let count = 50; ;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(count))} from mandata_rows`.execute(
      transaction,
    );
    let length = 0;
    for (const { line } of rows) {
      length += line.length;
      yield line;
    }
    if (rows.length < count) break;
    count = Math.max(1, Math.min(5000, count * 4, Math.floor(chunkBytes / (length / rows.length))));
  }
  await sql`close mandata_rows`.execute(transaction);
}

async function headOf(transaction: Handle, now: Date): Promise<Head> {
  const { rows: migrations } = await sql<{ id: string; sha256: string }>`select id, sha256 from mandata_migrations
    order by applied_at, id`.execute(transaction);
  const { rows } = await sql<{ server: string }>`select current_setting('server_version') as server`.execute(
    transaction,
  );
  return { mandata: 'dump', format: 1, takenAt: now.toISOString(), server: rows[0]?.server ?? '', migrations };
}

/** A policy that the owner is not let through would leave rows out without a word. */
async function refuseHidden(transaction: Handle): Promise<void> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and row_security_active(c.oid)
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'mandata_owner'
        and (select oid from pg_roles where rolname = current_user) = any (p.polroles))
      or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and row_security_active(c.oid)
        and (0 = any (p.polroles) or (select oid from pg_roles where rolname = current_user) = any (p.polroles)))`.execute(
    transaction,
  );
  if (rows[0] !== undefined) {
    throw new Error(
      `The rows of ${rows[0].name} may be hidden from the owner by a policy: a dump of them would not be whole.`,
    );
  }
}
