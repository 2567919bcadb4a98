import { DuckDBInstance, type DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api';
import { countries } from '#reference/index.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import { flowName, type Dataflow } from '../../model/structure.ts';
import { custody } from './demonstration-flow.ts';

export interface FixtureStore extends ReleasedStore {
  close(): void;
}

/** One figure of a test's own release. */
export interface AFigure {
  readonly key: readonly string[];
  readonly period: string;
  readonly value: number | null;
  readonly status?: string;
}

/** A store in memory with the releases that `fill` makes as tables. */
async function storeOf(
  fill: (run: (sql: string) => Promise<void>) => Promise<readonly ReleasedFlow[]>,
): Promise<FixtureStore> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const releases = await fill(async (sql) => void (await connection.run(sql)));
  const of = (flow: Pick<Dataflow, 'agency' | 'id'>): readonly ReleasedFlow[] =>
    releases.filter((each) => flowName(each.flow) === flowName(flow));
  return {
    flows: () => Promise.resolve([...new Set(releases.map(({ flow }) => flow))]),
    current: (flow) => Promise.resolve(of(flow).at(-1)),
    all: (flow) => Promise.resolve(of(flow)),
    async *stream(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<DuckDBDataChunk> {
      const result = await connection.stream(sql, [...values]);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
    rows: async (sql, values = []) => (await connection.runAndReadAll(sql, [...values])).getRowObjects(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The releases of a test's own figures, oldest first. */
export function storeWith(flow: Dataflow, ...releases: readonly (readonly AFigure[])[]): Promise<FixtureStore> {
  const { dimensions, attributes } = flow.structure;
  const text = (value: string | undefined): string =>
    value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
  return storeOf(async (run) => {
    const made: ReleasedFlow[] = [];
    for (const [place, figures] of releases.entries()) {
      const relation = `"own_${place + 1}"`;
      const columns = [...dimensions.map(({ id }) => `"${id}" VARCHAR`), 'TIME_PERIOD VARCHAR', 'OBS_VALUE DOUBLE']
        .concat(attributes.map(({ id }) => `"${id}" VARCHAR`))
        .concat('_start DATE', '_end DATE', '_since INTEGER', '_batch VARCHAR', '_row INTEGER');
      await run(`CREATE TABLE ${relation} (${columns.join(', ')})`);
      const rows = figures.map(({ key, period, value, status }, row) => {
        const year = period.slice(0, 4);
        const own = attributes.map(({ id }) =>
          text(id === 'OBS_STATUS' ? (status ?? (value === null ? 'O' : 'A')) : undefined),
        );
        return `(${[...key.map(text), text(period), value ?? 'NULL', ...own, `'${year}-01-01'`, `'${year}-12-31'`, place + 1, "'batch'", row + 1].join(', ')})`;
      });
      if (rows.length > 0) await run(`INSERT INTO ${relation} VALUES ${rows.join(', ')}`);
      made.push(aRelease(flow, place + 1, relation, figures.length));
    }
    return made;
  });
}

/** Two releases of invented figures: every country, fifteen years, three indicators, by sex, the same at every run. */
export function custodyStore(): Promise<FixtureStore> {
  return storeOf(async (run) => {
    const places = countries.filter(({ membership }) => membership !== 'area').map(({ id }) => `('${id}')`);
    await run(`CREATE TABLE place AS SELECT id, 40 + exp(3.2 + 1.5 * (hash(id) % 1000) / 1000.0) AS rate,
      exp(11 + 8 * (hash(id || 'p') % 1000) / 1000.0) AS people FROM (VALUES ${places.join(', ')}) t(id)`);
    // Noise by hash: seeded by the key itself, so that every run and machine has the same.
    await run(`CREATE TABLE figure AS
      WITH grid AS (
        SELECT id, y, s, rate * (1 + 0.02 * ((hash(id || 't') % 9)::INTEGER - 4) * (y - 2008) / 4.0) * (0.97 + (hash(id || y) % 60) / 1000.0) AS r,
          people * (1 + 0.012 * (y - 2008)) AS p, CASE s WHEN 'F' THEN 0.03 + (hash(id || 'f') % 60) / 1000.0 ELSE 1 END AS share
        FROM place, range(2008, 2023) t(y), (VALUES ('_T'), ('M'), ('F')) u(s)
        WHERE hash(id || y || 'gap') % 100 >= CASE WHEN y = 2022 THEN 30 ELSE 9 END
      ), whole AS (SELECT *, round(r * p / 1e5) AS held, round(round(r * p / 1e5) * share) AS part FROM grid),
      counted AS (SELECT *, CASE s WHEN '_T' THEN held WHEN 'F' THEN part
        ELSE held - round(held * (0.03 + (hash(id || 'f') % 60) / 1000.0)) END AS n FROM whole)
      SELECT id, 'HELD' AS i, s, 'PS' AS u, y, n AS v FROM counted
      UNION ALL SELECT id, 'UNSENTENCED', s, 'PS', y, round(n * (0.08 + (hash(id || 'u') % 500) / 1000.0)) FROM counted WHERE s = '_T'
      UNION ALL SELECT id, 'RATE', s, 'PER_100000_POP', y, round(n / p * 1e5, 1) FROM counted WHERE s = '_T'`);
    const columns = (
      release: number,
      value: string,
    ): string => `SELECT 'A' AS FREQ, id AS REF_AREA, i AS INDICATOR, s AS SEX, u AS UNIT_MEASURE,
        y::VARCHAR AS TIME_PERIOD,
        CASE WHEN i = 'HELD' AND v < 5 OR hash(id || y || i || 'o') % 61 = 0 THEN NULL ELSE ${value} END::DOUBLE AS OBS_VALUE,
        CASE WHEN i = 'HELD' AND v < 5 THEN 'Q' WHEN hash(id || y || i || 'o') % 61 = 0 THEN 'O'
          WHEN hash(id || y) % 17 = 0 THEN 'E' WHEN hash(id || 'b') % 11 = 0 AND y = 2014 THEN 'B' ELSE 'A' END AS OBS_STATUS,
        'F' AS CONF_STATUS, '0' AS UNIT_MULT, CASE i WHEN 'RATE' THEN '1' ELSE '0' END AS DECIMALS,
        CASE WHEN hash(id || y) % 17 = 0 THEN 'Estimated from the figures of the year before.' END AS COMMENT_OBS,
        'Invented' AS SOURCE, make_date(y::INTEGER, 1, 1) AS _start, make_date(y::INTEGER, 12, 31) AS _end,
        ${release} AS _since, 'batch-${release}' AS _batch,
        (row_number() OVER (ORDER BY id, i, s, u, y))::INTEGER + 1 AS _row FROM figure`;
    await run(`CREATE TABLE custody_1 AS ${columns(1, 'v')} WHERE y < 2022 ORDER BY ALL`);
    await run(`CREATE TABLE custody_2 AS
      SELECT now.* REPLACE (CASE WHEN before.v IS NOT DISTINCT FROM now.OBS_VALUE AND before.d IS NOT NULL THEN 1 ELSE 2 END AS _since)
        FROM (${columns(2, "CASE WHEN hash(id || y || i || s || 'r') % 97 = 0 THEN round(v * 1.04) ELSE v END")}) now
      LEFT JOIN (SELECT REF_AREA AS a, INDICATOR AS b, SEX AS c, TIME_PERIOD AS d, OBS_VALUE AS v FROM custody_1) before
        ON a = REF_AREA AND b = INDICATOR AND c = SEX AND d = TIME_PERIOD
      WHERE hash(REF_AREA || TIME_PERIOD || 'gone') % 499 <> 0 OR TIME_PERIOD = '2022' ORDER BY ALL`);
    return [aRelease(custody, 1, 'custody_1', 32_000), aRelease(custody, 2, 'custody_2', 35_000)];
  });
}

function aRelease(flow: Dataflow, release: number, relation: string, observations: number): ReleasedFlow {
  return {
    flow,
    release,
    releasedAt: new Date(Date.UTC(2025, release * 3, 14, 10)),
    relation,
    observations,
    sha256: `${release}`.repeat(64).slice(0, 64),
  };
}
