import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { flowName } from '../model/structure.ts';
import type { Indicator } from './define-indicator.ts';
import type { FindFigure, UsedFigure } from './evaluate.ts';
import { seriesIn, type SeriesOf } from './formula.ts';

/** Every published figure that an indicator reads, with the release that it was read from. */
export interface LoadedFigures {
  readonly find: FindFigure;
  /** Areas and periods that have at least one of the figures; both sorted. */
  readonly areas: readonly string[];
  readonly periods: readonly string[];
  readonly releases: readonly ReleasedFlow[];
}

/** Reads an indicator's series from the releases in force for the actor. A flow without a release gives no figures. */
export async function loadFigures(store: ReleasedStore, indicator: Indicator, actor: Actor): Promise<LoadedFigures> {
  const formulas = [
    indicator.formula,
    ...(indicator.population === undefined ? [] : [indicator.population]),
    ...indicator.otherSources.map(({ formula }) => formula),
  ];
  const series = new Map(formulas.flatMap(seriesIn).map((each) => [each.id, each]));
  const figures = new Map<string, UsedFigure>();
  const releases = new Map<string, ReleasedFlow>();
  for (const [id, each] of series) {
    const [agency = '', flow = ''] = each.flow.split(':');
    const released = await store.current({ agency, id: flow }, actor);
    if (released === undefined) continue;
    releases.set(each.flow, released);
    for (const used of await readSeries(store, released, each)) figures.set(place(id, used.area, used.period), used);
  }
  const all = [...figures.values()];
  return {
    find: (wanted, area, period) => figures.get(place(wanted, area, period)),
    areas: [...new Set(all.map(({ area }) => area))].sort(),
    periods: [...new Set(all.map(({ period }) => period))].sort(),
    releases: [...releases.values()],
  };
}

const place = (series: string, area: string, period: string): string => `${series}@${area}@${period}`;

async function readSeries(store: ReleasedStore, released: ReleasedFlow, series: SeriesOf): Promise<UsedFigure[]> {
  const dimensions = released.flow.structure.dimensions.map(({ id }) => id).filter((id) => id !== 'REF_AREA');
  const unnamed = dimensions.find((id) => series.codes[id] === undefined);
  if (unnamed !== undefined)
    throw new Error(
      `the series "${series.words}" of ${flowName(released.flow)} does not say which ${unnamed} it means`,
    );
  const condition = dimensions.map((id, at) => `"${id}" = $${at + 1}`).join(' AND ');
  const rows = await store.rows(
    `SELECT "REF_AREA" AS area, "TIME_PERIOD" AS period, "OBS_VALUE" AS value, "OBS_STATUS" AS status, "_batch" AS batch, "_row" AS row
     FROM ${released.arranged?.(new Map(dimensions.map((id) => [id, 1]))) ?? released.relation} WHERE "OBS_VALUE" IS NOT NULL AND ${condition}`,
    dimensions.map((id) => series.codes[id] ?? ''),
  );
  return rows.map((row) => ({
    flow: series.flow,
    release: released.release,
    area: String(row['area']),
    period: String(row['period']),
    codes: series.codes,
    words: series.words,
    value: Number(row['value']),
    status: row['status'] === null || row['status'] === undefined ? 'A' : String(row['status']),
    batch: String(row['batch']),
    row: Number(row['row']),
  }));
}
