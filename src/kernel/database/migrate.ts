import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { grantToApp } from './grant-to-app.ts';
import { migrationsIn } from './migrations-in.ts';
import type { Database, Handle, Migration } from './types.ts';

/** Steps of the database's own, run before every other area. */
export const ownMigrations: readonly Migration[] = migrationsIn(import.meta.url, 'database');

/** Any fixed number: two starters wait for each other on it. */
const lockNumber = 7_263_640_917;

/** Line ends are the editor's business, not the step's. */
export const checksumOf = (migration: Migration): string =>
  createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');

/**
 * Brings the database to the given steps, in their order, each in a transaction of its own; safe when several servers start
 * at once. Refuses (Problem) a step edited after it ran, a step slipped in before one that ran, and a database newer than the code.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<{ applied: string[] }> {
  const wanted = [...ownMigrations, ...migrations.filter(({ id }) => !id.startsWith('database/'))];
  const ids = new Set(wanted.map(({ id }) => id));
  if (ids.size !== wanted.length) throw new Error('Two migrations carry the same id.');
  const { owner } = database;
  await inTurn(owner, (transaction) =>
    sql`create table if not exists mandata_migrations (
      id text primary key, sha256 text not null, applied_at timestamptz not null default now())`.execute(transaction),
  );
  const applied: string[] = [];
  await inTurn(owner, async (transaction) => verifyApplied(await appliedSteps(transaction), wanted, ids));
  for (const migration of wanted) {
    if (await inTurn(owner, (transaction) => applyStep(transaction, migration))) applied.push(migration.id);
  }
  await inTurn(owner, grantToApp);
  return { applied };
}

function inTurn<T>(owner: Handle, work: (transaction: Handle) => Promise<T>): Promise<T> {
  return owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(transaction);
    return work(transaction);
  });
}

/** The row goes in first: a second starter finds it and leaves the step alone. */
async function applyStep(transaction: Handle, migration: Migration): Promise<boolean> {
  const { rows } =
    await sql`insert into mandata_migrations (id, sha256) values (${migration.id}, ${checksumOf(migration)})
    on conflict do nothing returning id`.execute(transaction);
  if (rows.length === 0) return false;
  try {
    await sql.raw(migration.sql).execute(transaction);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${migration.id} failed: ${reason}`, { cause });
  }
  return true;
}

async function appliedSteps(transaction: Handle): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; sha256: string }>`select id, sha256 from mandata_migrations`.execute(
    transaction,
  );
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

function verifyApplied(
  applied: ReadonlyMap<string, string>,
  wanted: readonly Migration[],
  ids: ReadonlySet<string>,
): void {
  const unknown = [...applied.keys()].filter((id) => !ids.has(id)).sort();
  if (unknown[0] !== undefined) {
    throw new Problem(
      'wrong-use',
      say(
        'The database was written by a newer Mandata: it holds the step {step}, which this version does not know. Start the newer version, or restore a backup that this version made.',
        { step: unknown[0] },
      ),
    );
  }
  const seen = new Map<string, string>();
  for (const migration of wanted.toReversed()) {
    const area = migration.id.slice(0, migration.id.lastIndexOf('/'));
    const sha256 = applied.get(migration.id);
    const later = seen.get(area);
    if (sha256 === undefined && later !== undefined) {
      throw new Problem(
        'wrong-use',
        say('The step {step} comes before {later}, which has run already. Give the new step a higher number.', {
          step: migration.id,
          later,
        }),
      );
    }
    if (sha256 === undefined) continue;
    if (sha256 !== checksumOf(migration)) {
      throw new Problem(
        'wrong-use',
        say('The step {step} was changed after it ran on this database. Put it back as it was and write a new step.', {
          step: migration.id,
        }),
      );
    }
    seen.set(area, migration.id);
  }
}
