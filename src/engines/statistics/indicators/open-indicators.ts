import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedStore } from '../model/released.ts';
import { aggregate, type AggregateFigure, type Group } from './aggregate.ts';
import { aggregateData } from './aggregate-data.ts';
import { areaFigure, type AreaFigure, type Parts } from './area-figures.ts';
import type { Indicator } from './define-indicator.ts';
import { loadFigures, type LoadedFigures } from './load-figures.ts';

/** The geography that figures are gathered by; comes from the reference lists. */
export interface Geography {
  readonly groups: readonly Group[];
  readonly parts: Parts;
  /** Codes that are countries or areas of their own, not parts or aggregates. */
  readonly isCountry: (area: string) => boolean;
}

export interface IndicatorTable {
  readonly indicator: Indicator;
  readonly periods: readonly string[];
  /** Countries and areas, and sub-national parts that report by themselves. */
  readonly areas: readonly AreaFigure[];
  readonly groups: readonly AggregateFigure[];
  /** The same measure as another publication gives it. */
  readonly others: readonly {
    readonly source: number;
    readonly area: string;
    readonly period: string;
    readonly value: number;
    readonly flow: string;
    readonly row: number;
    readonly batch: string;
  }[];
  readonly releases: LoadedFigures['releases'];
}

/** One figure of a country, or of a group. */
export type IndicatorFigure = AreaFigure | AggregateFigure;

export interface Indicators {
  readonly all: readonly Indicator[];
  find(id: string): Indicator | undefined;
  /** An indicator for everything there is; calculated once for a set of releases and kept. */
  table(id: string, actor: Actor): Promise<IndicatorTable>;
  /** One country or group in one period. */
  at(id: string, place: string, period: string, actor: Actor): Promise<IndicatorFigure>;
}

/** Calculates indicators over the releases in force. */
export function openIndicators(
  definitions: readonly Indicator[],
  store: ReleasedStore,
  geography: Geography,
): Indicators {
  const byId = new Map(definitions.map((indicator) => [indicator.id, indicator]));
  if (byId.size !== definitions.length) throw new Error('two indicators have the same id');
  const tables = new Map<string, IndicatorTable>();

  const get = (id: string): Indicator => {
    const indicator = byId.get(id);
    if (indicator === undefined)
      throw new Problem('not-found', say('There is no indicator “{id}”. The catalogue lists them all.', { id }));
    return indicator;
  };
  const table = async (id: string, actor: Actor): Promise<IndicatorTable> => {
    const indicator = get(id);
    const loaded = await loadFigures(store, indicator, actor);
    const key = `${id} ${loaded.releases.map(({ release, relation, sha256 }) => `${release}/${relation}/${sha256}`).join(' ')}`;
    const known = tables.get(key);
    if (known !== undefined) return known;
    if (tables.size > 64) tables.clear();
    const made = makeTable(indicator, loaded, geography);
    tables.set(key, made);
    return made;
  };
  return {
    all: definitions,
    find: (id) => byId.get(id),
    table,
    at: async (id, place, period, actor) => {
      const indicator = get(id);
      const group = geography.groups.find((each) => each.id === place);
      const loaded = await loadFigures(store, indicator, actor);
      if (group === undefined) return areaFigure(indicator, loaded.find, geography.parts, place, period);
      if (indicator.aggregate === undefined)
        throw new Problem('not-found', say('The indicator “{id}” has no regional figures.', { id }));
      return aggregate(
        indicator,
        indicator.aggregate,
        aggregateData(indicator, loaded, geography.parts),
        group,
        period,
      );
    },
  };
}

function makeTable(indicator: Indicator, loaded: LoadedFigures, geography: Geography): IndicatorTable {
  const wholes = [...geography.parts]
    .filter(([, parts]) => parts.every((part) => loaded.areas.includes(part)))
    .map(([whole]) => whole);
  const places = [...new Set([...loaded.areas, ...wholes])].sort();
  const areas = places.flatMap((area) =>
    loaded.periods.map((period) => areaFigure(indicator, loaded.find, geography.parts, area, period)),
  );
  const { aggregate: rule } = indicator;
  const data = aggregateData(indicator, loaded, geography.parts);
  const groups =
    rule === undefined
      ? []
      : geography.groups.flatMap((group) =>
          loaded.periods.map((period) => aggregate(indicator, rule, data, group, period)),
        );
  const others = indicator.otherSources.flatMap(({ formula }, source) =>
    loaded.areas.flatMap((area) =>
      loaded.periods.flatMap((period) => {
        const { outcome } = areaFigure({ ...indicator, formula, refuse: [] }, loaded.find, new Map(), area, period);
        const [input] = outcome.inputs;
        return outcome.ok && input !== undefined
          ? [{ source, area, period, value: outcome.value, flow: input.flow, row: input.row, batch: input.batch }]
          : [];
      }),
    ),
  );
  return {
    indicator,
    periods: loaded.periods,
    // A place with none of the formula's inputs (only a weight's population, or another source) has no line.
    areas: areas.filter(({ outcome }) => outcome.inputs.length > 0),
    groups: groups.filter(({ coverage }) => coverage.countries > 0),
    others,
    releases: loaded.releases,
  };
}
