import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { Key } from '../query/ast.ts';
import { column } from './where.ts';

/** The distinct values of each coded column of a release, and of free texts that are few, sorted, and the days that it covers. */
export interface Vocabulary {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Columns that have rows without a value. */
  readonly nullable: ReadonlySet<string>;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly series: number;
  readonly observations: number;
}

/** A column with more distinct values than this is read as text. */
export const mostCodes = 20_000;
/** A free text that takes more values than this is not listed: each may be long. */
const mostTexts = 200;

/** Remembers vocabularies: a release never changes, and neither does what one actor sees of it. */
export class Vocabularies {
  readonly #store: ReleasedStore;
  readonly #known = new Map<string, Promise<Vocabulary>>();
  readonly #read = new Map<string, Vocabulary>();
  readonly #most: number;

  constructor(store: ReleasedStore, most = 200) {
    this.#store = store;
    this.#most = most;
  }

  /** The vocabulary if it has been read already. */
  known(release: ReleasedFlow): Vocabulary | undefined {
    return this.#read.get(nameOf(release));
  }

  of(release: ReleasedFlow): Promise<Vocabulary> {
    const name = nameOf(release);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const reading = readVocabulary(this.#store, release);
    this.#known.set(name, reading);
    reading.then(
      (vocabulary) => this.#read.set(name, vocabulary),
      () => this.#known.delete(name),
    );
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > this.#most && oldest !== undefined) {
      this.#known.delete(oldest);
      this.#read.delete(oldest);
    }
    return reading;
  }
}

function nameOf(release: ReleasedFlow): string {
  return `${release.sha256} ${release.relation}`;
}

/**
 * The vocabulary with, for each dimension that every key binds, the bound values alone: a query for one series then reads
 * none of its dimensions. Its `observations` are about as many as the keys choose.
 */
export function narrowVocabulary(vocabulary: Vocabulary, structure: DataStructure, keys: readonly Key[]): Vocabulary {
  if (keys.length === 0) return vocabulary;
  const values = new Map(vocabulary.values);
  let { observations } = vocabulary;
  for (const [place, { id }] of structure.dimensions.entries()) {
    const bound = new Set<string>();
    const free = keys.some((key) => {
      for (const value of key[place] ?? []) bound.add(value);
      return (key[place] ?? []).length === 0;
    });
    if (free) continue;
    observations *= Math.min(1, bound.size / Math.max(1, values.get(id)?.length ?? 1));
    values.set(id, [...bound].toSorted());
  }
  return { ...vocabulary, values, observations };
}

async function readVocabulary(store: ReleasedStore, release: ReleasedFlow): Promise<Vocabulary> {
  const { structure } = release.flow;
  const columns = [...structure.dimensions, { id: 'TIME_PERIOD' }, ...structure.attributes].map(({ id }) => id);
  const free = new Set(structure.attributes.filter(({ codelist }) => codelist === undefined).map(({ id }) => id));
  const lists = columns.map((id, index) => {
    const from = index < structure.dimensions.length ? (release.series ?? release.relation) : release.relation;
    return `SELECT ${index} AS c, CAST(v AS VARCHAR) AS v FROM (SELECT DISTINCT ${column(id)} AS v FROM ${from}${free.has(id) ? ` LIMIT ${mostTexts + 1}` : ''})`;
  });
  const values = new Map<string, string[]>(columns.map((id) => [id, []]));
  const nullable = new Set<string>();
  for (const row of await store.rows(`${lists.join(' UNION ALL ')} ORDER BY c, v`)) {
    const id = columns[Number(row['c'])];
    if (id === undefined) continue;
    if (typeof row['v'] === 'string') values.get(id)?.push(row['v']);
    else nullable.add(id);
  }
  for (const id of free) if ((values.get(id)?.length ?? 0) + (nullable.has(id) ? 1 : 0) > mostTexts) values.delete(id);
  const keys = structure.dimensions.map(({ id }) => column(id)).join(', ');
  const [facts] = await store.rows(
    `SELECT CAST(min("_start") AS VARCHAR) AS s, CAST(max("_end") AS VARCHAR) AS e, (SELECT count(*) FROM (SELECT DISTINCT ${keys} FROM ${release.series ?? release.relation})) AS n, count(*) AS o FROM ${release.relation}`,
  );
  return {
    values,
    nullable,
    start: text(facts?.['s']),
    end: text(facts?.['e']),
    series: Number(facts?.['n'] ?? 0),
    observations: Number(facts?.['o'] ?? 0),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
