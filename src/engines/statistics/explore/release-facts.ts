import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { areaDimension } from './roles.ts';
import { column } from './sql.ts';

export interface PeriodFact {
  readonly id: string;
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
  readonly observations: number;
}

/** What one release holds, counted once and kept: enough to choose a first look and to grey out what has no data. */
export interface ReleaseFacts {
  /** Observations by dimension and code; codes without any are absent. */
  readonly counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
  /** In order of time. */
  readonly periods: readonly PeriodFact[];
  /** Which codes of the dimensions other than the area occur together. */
  readonly combinations: readonly {
    readonly codes: Readonly<Record<string, string>>;
    /** Observations that have a value. */
    readonly values: number;
  }[];
  readonly observations: number;
  readonly areas: number;
}

const mostCombinations = 50_000;
const mostKept = 64;
const kept = new WeakMap<ReleasedStore, Map<string, Promise<ReleaseFacts>>>();

/** The facts of a release as this reader may see it; a few queries the first time, nothing after. */
export function factsOf(store: ReleasedStore, release: ReleasedFlow): Promise<ReleaseFacts> {
  // The relation is part of the name: who may see more has another one.
  const name = `${release.sha256} ${release.release} ${release.observations} ${release.relation}`;
  const known = kept.get(store) ?? new Map<string, Promise<ReleaseFacts>>();
  kept.set(store, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = count(store, release);
  made.catch(() => known.delete(name));
  if (known.size >= mostKept) known.delete(known.keys().next().value ?? '');
  known.set(name, made);
  return made;
}

async function count(store: ReleasedStore, { flow, relation, series }: ReleasedFlow): Promise<ReleaseFacts> {
  const { dimensions } = flow.structure;
  const area = areaDimension(flow.structure);
  const others = dimensions.filter((dimension) => dimension !== area).map(({ id }) => id);
  const names = others.map(column).join(', ');
  // Every figure is in a series, so counting those of the series is enough.
  const [from, values, observations] =
    series === undefined
      ? [relation, 'count(OBS_VALUE)::DOUBLE', 'count(*)::DOUBLE']
      : [series, 'sum(_values)', 'sum(_observations)'];
  const together = await store.rows(
    others.length === 0
      ? `SELECT ${values} AS n FROM ${from}`
      : `SELECT ${names}, ${values} AS n FROM ${from} GROUP BY ${names} ORDER BY n DESC, ${names} LIMIT ${mostCombinations}`,
  );
  const combinations = together.map((row) => ({
    codes: Object.fromEntries(others.map((id) => [id, String(row[id])])),
    values: Number(row['n']),
  }));
  const counts: Record<string, Map<string, number>> = {};
  for (const { id } of dimensions) {
    const rows = await store.rows(
      `SELECT ${column(id)} AS code, ${observations} AS n FROM ${from} GROUP BY 1 ORDER BY 1`,
    );
    counts[id] = new Map(rows.map(({ code, n }) => [String(code), Number(n)]));
  }
  const periods = await store.rows(
    `SELECT TIME_PERIOD AS id, min(_start)::VARCHAR AS s, max(_end)::VARCHAR AS e, count(*)::DOUBLE AS n
     FROM ${relation} GROUP BY 1 ORDER BY 2, 3, 1`,
  );
  return {
    counts,
    combinations,
    periods: periods.map(({ id, s, e, n }) => ({
      id: String(id),
      start: String(s),
      end: String(e),
      observations: Number(n),
    })),
    observations: periods.reduce((sum, { n }) => sum + Number(n), 0),
    areas: area === undefined ? 0 : (counts[area.id]?.size ?? 0),
  };
}
