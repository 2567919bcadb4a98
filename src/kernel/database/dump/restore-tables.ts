import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { checksumOf, migrate, ownMigrations } from '../migrate.ts';
import type { Database, Handle, Migration } from '../types.ts';
import { linesOf } from './dump-tables.ts';
import { Head, Last, Sequences, TableEnd, TableStart, type DumpSummary } from './format.ts';
import { withKeysAside } from './keys-aside.ts';
import { linesIn } from './lines.ts';
import { rowHash } from './row-hash.ts';
import { setSequences } from './sequences.ts';
import { tablesToKeep, writeExactly, type Table } from './tables.ts';

/** What is sent to the database at a time, about, in characters and rows. */
const chunkLength = 2 * 2 ** 20;
const chunkRows = 2000;

/**
 * Fills an empty database from a dump: runs the steps that the dump names (out of `migrations`, unchanged), loads every row in one
 * transaction, and reads each table again to compare it with the dump. Any difference, or a dump cut short or altered, leaves the steps
 * and no row of the dump: begin again with a new database. Run `migrate` afterwards for steps newer than the dump. Throws Problem.
 */
export async function restoreTables(
  database: Database,
  source: AsyncIterable<Uint8Array>,
  migrations: readonly Migration[],
): Promise<DumpSummary> {
  await refuseFull(database.owner);
  const reader = new DumpReader(source);
  const head = await reader.read(Head);
  await migrate(database, stepsOf(head, migrations));
  return database.owner.transaction().execute(async (transaction) => {
    await writeExactly(transaction);
    const tables = await tablesToKeep(transaction);
    const loaded = await withKeysAside(transaction, tables, () => loadAll(transaction, reader, tables));
    for (const table of tables) await verify(transaction, table, loaded);
    const sha256 = await reader.end();
    return { head, tables: loaded, sha256 };
  });
}

async function refuseFull(owner: Handle): Promise<void> {
  const [table] = await tablesToKeep(owner);
  if (table !== undefined) {
    throw new Problem(
      'conflict',
      say('The database is not empty: it has the table {table}. A backup is restored into an empty one only.', {
        table: table.name,
      }),
    );
  }
}

function stepsOf(head: Head, migrations: readonly Migration[]): readonly Migration[] {
  const inDump = new Map(head.migrations.map(({ id, sha256 }) => [id, sha256]));
  const known = [...ownMigrations, ...migrations].filter(({ id }) => inDump.has(id));
  for (const step of known) if (inDump.get(step.id) === checksumOf(step)) inDump.delete(step.id);
  const [strange] = inDump.keys();
  if (strange !== undefined) {
    throw new Problem(
      'wrong-use',
      say(
        'The backup was made by another version of Mandata: this one does not have its step {step}. Restore it with that version, or a newer one.',
        { step: strange },
      ),
    );
  }
  return known;
}

type Counted = DumpSummary['tables'];

async function loadAll(transaction: Handle, reader: DumpReader, tables: readonly Table[]): Promise<Counted> {
  // Steps may have put rows in; the dump has them all.
  for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(transaction);
  const expected = new Map(tables.map((table) => [table.name, table]));
  const loaded: { name: string; rows: number; sha256: string }[] = [];
  for (let line = await reader.next(); ; line = await reader.next()) {
    const sequences = Sequences.safeParse(parsed(line));
    if (sequences.success) {
      const [missing] = expected.keys();
      if (missing !== undefined) throw damaged(`the table ${missing} is missing`);
      await setSequences(transaction, sequences.data.sequences);
      return loaded;
    }
    const start = TableStart.safeParse(parsed(line));
    const table = start.success ? expected.get(start.data.table) : undefined;
    if (!start.success || table === undefined || JSON.stringify(table.columns) !== JSON.stringify(start.data.columns)) {
      throw damaged('a table was expected that this version has');
    }
    expected.delete(table.name);
    loaded.push({ name: table.name, ...(await loadTable(transaction, reader, table)) });
  }
}

async function loadTable(
  transaction: Handle,
  reader: DumpReader,
  table: Table,
): Promise<{ rows: number; sha256: string }> {
  const hash = rowHash();
  let chunk: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (chunk.length > 0) await insert(transaction, table, chunk);
    chunk = [];
    length = 0;
  };
  for (let line = await reader.next(); ; line = await reader.next()) {
    if (!line.startsWith('[')) {
      const end = TableEnd.safeParse(parsed(line));
      if (!end.success || end.data.end !== table.name) throw damaged(`the table ${table.name} does not end`);
      await flush();
      const { rows, sha256 } = end.data;
      if (rows !== hash.rows || sha256 !== hash.hex()) throw damaged(`the rows of ${table.name} were changed`);
      return { rows, sha256 };
    }
    hash.add(line);
    chunk.push(line);
    length += line.length;
    if (length >= chunkLength || chunk.length >= chunkRows) await flush();
  }
}

async function insert(transaction: Handle, table: Table, lines: readonly string[]): Promise<void> {
  if (table.columns.length === 0) {
    for (const _ of lines) await sql`insert into ${sql.table(table.name)} default values`.execute(transaction);
    return;
  }
  const names = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(table.columns.map(({ type }, at) => sql`(line ->> ${sql.lit(at)})::${sql.raw(type)}`));
  await sql`insert into ${sql.table(table.name)} (${names}) overriding system value
    select ${values} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) as line`.execute(transaction);
}

/** What is in the table now must be what the dump said. */
async function verify(transaction: Handle, table: Table, loaded: Counted): Promise<void> {
  const hash = rowHash();
  for await (const line of linesOf(transaction, table)) hash.add(line);
  const said = loaded.find(({ name }) => name === table.name);
  if (said === undefined || said.rows !== hash.rows || said.sha256 !== hash.hex()) {
    throw new Error(`The table ${table.name} does not read as it was written: nothing was restored.`);
  }
}

class DumpReader {
  readonly #lines: AsyncGenerator<string>;
  readonly #whole = createHash('sha256');

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#lines = linesIn(source);
  }

  async next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw damaged('it ends too early');
    this.#whole.update(`${value}\n`);
    return value;
  }

  async read<T>(type: z.ZodType<T>): Promise<T> {
    const result = type.safeParse(parsed(await this.next()));
    if (result.success) return result.data;
    throw new Problem('invalid', say('This is no backup that Mandata made.'));
  }

  /** Compares the whole with the dump's last line, and gives its hash. */
  async end(): Promise<string> {
    const sha256 = this.#whole.copy().digest('hex');
    const last = Last.safeParse(parsed(await this.next()));
    if (!last.success || last.data.sha256 !== sha256) throw damaged('its checksum does not fit');
    if ((await this.#lines.next()).done !== true) throw damaged('something follows its end');
    return sha256;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged('a line cannot be read');
  }
}

const damaged = (reason: string): Problem =>
  new Problem('invalid', say('The backup is damaged: {reason}. Nothing was restored; use another copy.', { reason }));
