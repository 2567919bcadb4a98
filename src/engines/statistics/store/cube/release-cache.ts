import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { maskedAudience } from '../../disclosure/disclosure-rule.ts';
import type { DataStructure } from '../../model/structure.ts';
import { identifier, identifiers, literal } from './sql-text.ts';
import { releasedColumns } from './write-release.ts';

/** A release as the cache knows it. */
export interface CacheableRelease {
  readonly name: string;
  readonly folder: string;
  readonly sha256: string;
  readonly restrictedSha256: string | undefined;
  readonly structure: DataStructure;
}

/** How long a superseded table stays: a page that was being made with it can still finish. */
const grace = 10 * 60_000;

/** Tables of the releases in force, sorted as their files; everything else is read from the files themselves. */
export class ReleaseCache {
  readonly #connection: DuckDBConnection;
  readonly #tables = new Set<string>();
  readonly #superseded = new Map<string, number>();

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async open(instance: DuckDBInstance): Promise<ReleaseCache> {
    const cache = new ReleaseCache(await instance.connect());
    const rows = await cache.#connection.runAndReadAll('SELECT name, sha256 FROM cached');
    for (const { name, sha256 } of rows.getRowObjects()) cache.#tables.add(`${String(name)} ${String(sha256)}`);
    return cache;
  }

  /** SQL of the release's public figures. */
  publicRelation(release: CacheableRelease): string {
    const table = tableOf(release);
    return this.#tables.has(table)
      ? identifier(table)
      : `read_parquet(${literal(join(release.folder, 'public.parquet'))})`;
  }

  /** SQL of the public figures and those restricted ones whose audience is among `audiences` (all of them for `all`), sorted. */
  fullRelation(release: CacheableRelease, audiences: readonly string[] | 'all'): string {
    if (release.restrictedSha256 === undefined) return this.publicRelation(release);
    const columns = identifiers(releasedColumns(release.structure));
    const seen =
      audiences === 'all' || audiences.includes('office')
        ? `(_audience IS NULL OR _audience <> ${literal(maskedAudience)})`
        : `(_audience IS NULL OR _audience IN (${[...audiences, maskedAudience].map(literal).join(', ')}))`;
    const table = fullTableOf(release);
    return this.#tables.has(table)
      ? `(SELECT ${columns} FROM ${identifier(table)} WHERE ${seen})`
      : `(SELECT ${columns} FROM ${fullQuery(release)} WHERE ${seen})`;
  }

  /** Makes the tables that are missing, and drops those superseded long enough ago. */
  async keep(releases: readonly CacheableRelease[], now: number): Promise<void> {
    const wanted = new Set<string>();
    for (const release of releases) {
      wanted.add(tableOf(release));
      await this.#make(tableOf(release), `read_parquet(${literal(join(release.folder, 'public.parquet'))})`);
      if (release.restrictedSha256 === undefined) continue;
      wanted.add(fullTableOf(release));
      await this.#make(fullTableOf(release), fullQuery(release));
    }
    for (const table of this.#tables) {
      if (wanted.has(table)) this.#superseded.delete(table);
      else if (!this.#superseded.has(table)) this.#superseded.set(table, now);
      else if (now - (this.#superseded.get(table) ?? now) > grace) await this.#drop(table);
    }
  }

  close(): void {
    this.#connection.closeSync();
  }

  /** The table and its entry appear together or not at all. */
  async #make(table: string, query: string): Promise<void> {
    if (this.#tables.has(table)) return;
    const split = table.lastIndexOf(' ');
    await this.#connection.run('BEGIN');
    try {
      await this.#connection.run(`CREATE OR REPLACE TABLE ${identifier(table)} AS SELECT * FROM ${query}`);
      await this.#connection.run('INSERT OR REPLACE INTO cached VALUES (?, ?)', [
        table.slice(0, split),
        table.slice(split + 1),
      ]);
      await this.#connection.run('COMMIT');
    } catch (error) {
      await this.#connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
    this.#tables.add(table);
  }

  async #drop(table: string): Promise<void> {
    this.#tables.delete(table);
    this.#superseded.delete(table);
    await this.#connection.run('DELETE FROM cached WHERE name = ?', [table.slice(0, table.lastIndexOf(' '))]);
    await this.#connection.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
  }
}

const tableOf = ({ name, sha256 }: CacheableRelease): string => `${name} ${sha256}`;
const fullTableOf = ({ name, sha256, restrictedSha256 }: CacheableRelease): string =>
  `${name} with restricted ${sha256}${restrictedSha256 ?? ''}`;

function fullQuery({ folder, structure }: CacheableRelease): string {
  const columns = identifiers(releasedColumns(structure));
  const file = (name: string): string => `read_parquet(${literal(join(folder, name))})`;
  const key = identifiers([...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD']);
  // What stands in the public file for a hidden figure is for those alone who do not see the figure: the office does.
  const mask = `CASE WHEN CONF_STATUS <> 'F' THEN ${literal(maskedAudience)} END`;
  return `(SELECT ${columns}, ${mask} AS _audience FROM ${file('public.parquet')}
    UNION ALL SELECT ${columns}, _audience FROM ${file('restricted.parquet')} ORDER BY ${key})`;
}
