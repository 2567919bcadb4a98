import { join } from 'node:path';
import { maskedAudience } from '../../disclosure/disclosure-rule.ts';
import type { DataStructure } from '../../model/structure.ts';
import { type Bound, isSooner, keepsKeyOrder, sliceOrder, type TableFacts } from './arrangement.ts';
import { CachedTables } from './cached-tables.ts';
import type { Cache } from './open-cache.ts';
import { identifier, identifiers, literal } from './sql-text.ts';
import { releasedColumns } from './write-release.ts';

/** A release as the cache knows it. */
export interface CacheableRelease {
  readonly name: string;
  readonly folder: string;
  readonly sha256: string;
  readonly restrictedSha256: string | undefined;
  readonly structure: DataStructure;
  /** Public figures. */
  readonly observations: number;
}

/** How long a superseded table stays: a page that was being made with it can still finish. */
const grace = 10 * 60_000;
/** Figures from which on a release also gets what is made by `arrange`; below, reading all of it is a matter of milliseconds. */
const large = 500_000;

/** Tables of the releases in force, sorted as their files; everything else is read from the files themselves. */
export class ReleaseCache {
  readonly #tables: CachedTables;
  /** Makes what takes longer, so that the next release need not wait for it. */
  readonly #further: CachedTables;
  readonly #large: number;
  readonly #superseded = new Map<string, number>();
  readonly #facts = new Map<string, TableFacts>();

  private constructor(tables: CachedTables, further: CachedTables, largeFrom: number) {
    this.#tables = tables;
    this.#further = further;
    this.#large = largeFrom;
  }

  static async open(cache: Cache, largeFrom = large): Promise<ReleaseCache> {
    const tables = await CachedTables.open(cache);
    return new ReleaseCache(tables, await tables.beside(cache), largeFrom);
  }

  /** SQL of the release's public figures, sorted by key and period; for `bound`, from where it is sooner found. */
  publicRelation(release: CacheableRelease, bound?: Bound): string {
    const table = tableOf(release);
    if (!this.#tables.has(table)) return publicFile(release);
    const sliced = this.#sliced(release, table, bound);
    if (sliced === undefined) return identifier(table);
    return sliced.order === ''
      ? identifier(sliced.table)
      : `(SELECT * FROM ${identifier(sliced.table)} ${sliced.order})`;
  }

  /** SQL of the public figures and those restricted ones whose audience is among `audiences` (all of them for `all`), sorted. */
  fullRelation(release: CacheableRelease, audiences: readonly string[] | 'all', bound?: Bound): string {
    if (release.restrictedSha256 === undefined) return this.publicRelation(release, bound);
    const columns = identifiers(releasedColumns(release.structure));
    const seen =
      audiences === 'all' || audiences.includes('office')
        ? `(_audience IS NULL OR _audience <> ${literal(maskedAudience)})`
        : `(_audience IS NULL OR _audience IN (${[...audiences, maskedAudience].map(literal).join(', ')}))`;
    const table = fullTableOf(release);
    const sliced = this.#sliced(release, table, bound);
    const from = this.#tables.has(table) ? identifier(sliced?.table ?? table) : fullQuery(release);
    return `(SELECT ${columns} FROM ${from} WHERE ${seen} ${sliced?.order ?? ''})`;
  }

  /** Name of the table of a large release's series, each with `_observations`, `_values` (those with a value), `_start` and `_end`. */
  seriesRelation(release: CacheableRelease): string | undefined {
    const table = seriesTableOf(release);
    return this.#tables.has(table) ? identifier(table) : undefined;
  }

  /** Makes the tables that are missing, and drops those superseded long enough ago. */
  async keep(releases: readonly CacheableRelease[], now: number): Promise<void> {
    const wanted = new Set<string>();
    for (const release of releases) {
      for (const table of [seriesTableOf(release), ...basesOf(release)]) wanted.add(table);
      for (const table of basesOf(release)) wanted.add(sliceOf(table));
      await this.#tables.make(tableOf(release), `SELECT * FROM ${publicFile(release)}`);
      if (release.restrictedSha256 !== undefined)
        await this.#tables.make(fullTableOf(release), `SELECT * FROM ${fullQuery(release)}`);
    }
    for (const table of this.#tables.names()) {
      if (wanted.has(table)) this.#superseded.delete(table);
      else if (!this.#superseded.has(table)) this.#superseded.set(table, now);
      else if (now - (this.#superseded.get(table) ?? now) > grace) {
        this.#superseded.delete(table);
        this.#facts.delete(table);
        await this.#tables.drop(table);
      }
    }
  }

  /** Of each large release that is kept, makes the list of its series, and copies in another order. */
  async arrange(releases: readonly CacheableRelease[]): Promise<void> {
    for (const release of releases) {
      if (release.observations < this.#large || !this.#tables.has(tableOf(release))) continue;
      const key = release.structure.dimensions.map(({ id }) => id);
      const series = seriesTableOf(release);
      await this.#further.make(
        series,
        `SELECT ${identifiers(key)}, count(*)::DOUBLE AS _observations, count(OBS_VALUE)::DOUBLE AS _values, min(_start) AS _start, max(_end) AS _end
         FROM ${identifier(tableOf(release))} GROUP BY ALL ORDER BY ${identifiers(key)}`,
      );
      if (!this.#facts.has(series)) this.#facts.set(series, await this.#count(release));
      const order = sliceOrder(release.structure);
      if (order === undefined) continue;
      for (const table of basesOf(release)) {
        const query = `SELECT * FROM ${identifier(table)} ORDER BY ${identifiers([...order, 'TIME_PERIOD'])}`;
        await this.#further.make(sliceOf(table), query);
      }
    }
  }

  async close(): Promise<void> {
    await this.#further.close();
    await this.#tables.close();
  }

  /** The copy of a table from which rows so bound are sooner found, and what brings them into the order of the key. */
  #sliced(
    release: CacheableRelease,
    of: string,
    bound: Bound | undefined,
  ): { table: string; order: string } | undefined {
    const { structure } = release;
    const facts = this.#facts.get(seriesTableOf(release));
    const order = sliceOrder(structure);
    const table = sliceOf(of);
    if (bound === undefined || facts === undefined || order === undefined || !this.#tables.has(table)) return undefined;
    const key = structure.dimensions.map(({ id }) => id);
    if (!isSooner(key, order, facts, bound)) return undefined;
    const sorted = keepsKeyOrder(key, order, facts, bound);
    return { table, order: sorted ? '' : `ORDER BY ${identifiers([...key, 'TIME_PERIOD'])}` };
  }

  async #count(release: CacheableRelease): Promise<TableFacts> {
    const ids = release.structure.dimensions.map(({ id }) => id);
    const counts = ids.map((id, place) => `count(DISTINCT ${identifier(id)})::DOUBLE AS c${place}`);
    const [row] = await this.#further.rows(`SELECT ${counts.join(', ')} FROM ${identifier(seriesTableOf(release))}`);
    const codes = new Map(ids.map((id, place) => [id, Number(row?.[`c${place}`] ?? 1)]));
    return { rows: release.observations, codes };
  }
}

const tableOf = ({ name, sha256 }: CacheableRelease): string => `${name} ${sha256}`;
const fullTableOf = ({ name, sha256, restrictedSha256 }: CacheableRelease): string =>
  `${name} with restricted ${sha256}${restrictedSha256 ?? ''}`;
const basesOf = (release: CacheableRelease): readonly string[] =>
  release.restrictedSha256 === undefined ? [tableOf(release)] : [tableOf(release), fullTableOf(release)];
const seriesTableOf = ({ name, sha256 }: CacheableRelease): string => `${name} series ${sha256}`;
const sliceOf = (table: string): string => table.replace(/ (\S+)$/, ' by slice $1');

const publicFile = ({ folder }: CacheableRelease): string => `read_parquet(${literal(join(folder, 'public.parquet'))})`;

function fullQuery({ folder, structure }: CacheableRelease): string {
  const columns = identifiers(releasedColumns(structure));
  const file = (name: string): string => `read_parquet(${literal(join(folder, name))})`;
  const key = identifiers([...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD']);
  // What stands in the public file for a hidden figure is for those alone who do not see the figure: the office does.
  const mask = `CASE WHEN CONF_STATUS <> 'F' THEN ${literal(maskedAudience)} END`;
  return `(SELECT ${columns}, ${mask} AS _audience FROM ${file('public.parquet')}
    UNION ALL SELECT ${columns}, _audience FROM ${file('restricted.parquet')} ORDER BY ${key})`;
}
