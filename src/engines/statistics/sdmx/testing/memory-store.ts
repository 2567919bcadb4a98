import { type DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import { type Dataflow, flowName } from '../../model/structure.ts';
import { daysOf } from '../query/period.ts';

/** One row of a fixture: key, period, value and attributes, and the release that first had it. */
export interface FixtureRow {
  readonly key: readonly string[];
  readonly period: string;
  readonly value?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly since?: number;
}

export interface FixtureRelease {
  readonly flow: Dataflow;
  readonly release: number;
  readonly releasedAt: Date;
  /** Sorted by key, then period. */
  readonly rows: readonly FixtureRow[];
  /** Kinds of actor that may see it; everyone by default. */
  readonly seenBy?: readonly Actor['kind'][];
}

export interface MemoryStore extends ReleasedStore {
  close(): void;
}

/** A store over an in-memory DuckDB, for tests: tables have the columns of the released relation. */
export async function memoryStore(releases: readonly FixtureRelease[]): Promise<MemoryStore> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const known: { readonly release: ReleasedFlow; readonly seenBy: readonly Actor['kind'][] | undefined }[] = [];
  for (const [index, { flow, release, releasedAt, rows, seenBy }] of releases.entries()) {
    const relation = `"release_${index}"`;
    await connection.run(createTable(relation, flow));
    if (rows.length > 0)
      await connection.run(
        `INSERT INTO ${relation} VALUES ${rows.map((row, number) => tuple(flow, row, number + 1)).join(', ')}`,
      );
    known.push({
      release: { flow, release, releasedAt, relation, observations: rows.length, sha256: `sha-${index}` },
      seenBy,
    });
  }
  return storeOver(instance, known);
}

/** A store over tables that are there already. */
async function storeOver(
  instance: DuckDBInstance,
  known: readonly { readonly release: ReleasedFlow; readonly seenBy?: readonly Actor['kind'][] | undefined }[],
): Promise<MemoryStore> {
  const connection = await instance.connect();
  const visible = (actor: Actor) =>
    known.filter(({ seenBy }) => seenBy === undefined || seenBy.includes(actor.kind)).map(({ release }) => release);
  const of = (flow: Pick<Dataflow, 'agency' | 'id'>, actor: Actor) =>
    visible(actor).filter((release) => flowName(release.flow) === flowName(flow));
  return {
    flows: async (actor) => [...new Set(visible(actor).map(({ flow }) => flow))],
    current: async (flow, actor) => of(flow, actor).at(-1),
    all: async (flow, actor) => of(flow, actor),
    stream: (sql, values) => streamOf(instance, sql, values),
    rows: async (sql, values) => {
      const reader = await connection.runAndReadAll(sql, values === undefined ? undefined : [...values]);
      return reader.getRowObjects();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Each stream has a connection of its own: a second query on one would end the first. */
async function* streamOf(
  instance: DuckDBInstance,
  sql: string,
  values: readonly DuckDBValue[] | undefined,
): AsyncGenerator<DuckDBDataChunk> {
  const connection = await instance.connect();
  try {
    const result = await connection.stream(sql, values === undefined ? undefined : [...values]);
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk())
      yield chunk;
  } finally {
    connection.closeSync();
  }
}

function createTable(relation: string, { structure }: Dataflow): string {
  const texts = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'].map((id) => `"${id}" VARCHAR`);
  const attributes = structure.attributes.map(({ id }) => `"${id}" VARCHAR`);
  return `CREATE TABLE ${relation} (${[...texts, '"OBS_VALUE" DOUBLE', ...attributes, '"_start" DATE', '"_end" DATE', '"_since" INTEGER', '"_batch" VARCHAR', '"_row" INTEGER'].join(', ')})`;
}

function tuple({ structure }: Dataflow, row: FixtureRow, number: number): string {
  const { start, end } = daysOf(row.period);
  const cells = [
    ...row.key.map(literal),
    literal(row.period),
    // From a text every double comes out as it went in; a plain literal is a DECIMAL first, and may lose its last bit.
    row.value === undefined ? 'NULL' : `'${row.value}'::DOUBLE`,
    ...structure.attributes.map(({ id }) => literal(row.attributes?.[id])),
    `DATE ${literal(start)}`,
    `DATE ${literal(end)}`,
    String(row.since ?? 1),
    literal('batch'),
    String(number),
  ];
  return `(${cells.join(', ')})`;
}

function literal(text: string | undefined): string {
  return text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}
