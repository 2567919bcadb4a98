import { say } from '#kernel/i18n/index.ts';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import type { DataStructure, Dimension } from '../model/structure.ts';
import { writeQuery } from './address.ts';
import { availabilityOf, type Availability } from './availability.ts';
import { chooseAreas, isAggregate, placesWithFigures } from './choose-areas.ts';
import { chooseCodes } from './choose-codes.ts';
import type { ExploreNotice } from './notice.ts';
import type { CodeNames } from './read-query.ts';
import { factsOf, type PeriodFact, type ReleaseFacts } from './release-facts.ts';
import { areaDimension, byWeight, isFrequency, isUnit } from './roles.ts';
import type { Question } from './sql.ts';
import { changed, views as allViews, type Chosen, type ExploreState, type View } from './state.ts';

/** A choice with everything filled in: exactly what is shown and downloaded. */
export interface Resolved {
  readonly release: ReleasedFlow;
  readonly facts: ReleaseFacts;
  /** What the address said. */
  readonly state: ExploreState;
  readonly view: View;
  readonly views: readonly View[];
  readonly codes: Readonly<Record<string, Chosen>>;
  readonly question: Question;
  /** The one period of a map or of bars. */
  readonly period?: string;
  readonly availability: Availability;
  readonly notices: readonly ExploreNotice[];
}

/** Enough places for a map to say something. */
const fewAreas = 8;

/** Fills in what the address leaves open, from what the release holds. */
export async function resolve(
  store: ReleasedStore,
  release: ReleasedFlow,
  state: ExploreState,
  names: CodeNames,
): Promise<Resolved> {
  const { structure } = release.flow;
  const facts = await factsOf(store, release);
  const area = areaDimension(structure);
  const notices: ExploreNotice[] = [];
  const views = allViews.filter((view) => view !== 'map' || area !== undefined);
  if (state.view === 'map' && area === undefined) {
    notices.push({ said: say('These figures name no places, so there is no map of them.') });
  }
  const view = views.find((one) => one === state.view) ?? firstView(facts);
  const chosen = chooseCodes(byWeight(structure), facts.combinations, state.codes, names, view === 'map');
  notices.push(...chosen.notices);
  const span = spanOf(state, facts.periods);
  const codes: Record<string, Chosen> = { ...chosen.codes };
  if (area !== undefined) {
    codes[area.id] = state.codes[area.id] ?? 'all';
    if (state.codes[area.id] === undefined) {
      const places = [...(facts.counts[area.id]?.keys() ?? [])];
      // The world beside its countries would dwarf every bar.
      if ((view === 'bar' || view === 'map') && places.some(isAggregate)) {
        const own = await placesWithFigures(store, release, area.id, { codes });
        if (own.length > 0) codes[area.id] = own;
      }
      if (view === 'line' || view === 'multiples') {
        const best = await chooseAreas(store, release, area.id, { codes, ...span });
        if (best.length > 0) codes[area.id] = best;
      }
    }
  }
  const oneAtATime = view === 'map' || (view === 'bar' && state.rows?.[0] !== 'TIME_PERIOD');
  const fixed = oneAtATime || (view === 'table' && state.period !== undefined);
  const time = { ...(fixed ? {} : span), ...(fixed && state.period !== undefined && { period: state.period }) };
  const availability = await availabilityOf(store, release, (id) => ({
    codes: id === area?.id || id === 'TIME_PERIOD' ? codes : heldBeside(id, structure, codes, state),
    ...time,
  }));
  const counts = availability['TIME_PERIOD'] ?? new Map<string, number>();
  const period = fixed ? choosePeriod(state, facts.periods, counts, structure, notices) : undefined;
  const question: Question = { codes, ...(fixed ? {} : span), ...(period !== undefined && { period }) };
  return {
    release,
    facts,
    state,
    view,
    views,
    codes,
    question,
    ...(period !== undefined && { period }),
    availability,
    notices,
  };
}

/**
 * Choices that stay when a dimension gets another code: those that the address made. What it did not say adapts, and so do unit and
 * frequency, which belong to what is measured; for these themselves everything else stays.
 */
function heldBeside(
  id: string,
  structure: DataStructure,
  codes: Readonly<Record<string, Chosen>>,
  state: ExploreState,
): Readonly<Record<string, Chosen>> {
  const adapts = (dimension: Dimension): boolean => isUnit(dimension) || isFrequency(dimension);
  const own = structure.dimensions.find((dimension) => dimension.id === id);
  if (own !== undefined && adapts(own)) return codes;
  const held = structure.dimensions.filter(
    (dimension) => !adapts(dimension) && state.codes[dimension.id] !== undefined,
  );
  return Object.fromEntries(
    held.flatMap((dimension) =>
      codes[dimension.id] === undefined ? [] : [[dimension.id, codes[dimension.id] ?? 'all']],
    ),
  );
}

function firstView(facts: ReleaseFacts): View {
  if (facts.areas >= fewAreas) return 'map';
  return facts.periods.length > 2 ? 'line' : 'table';
}

function spanOf({ from, to }: ExploreState, periods: readonly PeriodFact[]): { start?: string; end?: string } {
  const dayOf = (period: string | undefined, side: 'start' | 'end'): string | undefined => {
    if (period === undefined) return undefined;
    const known = periods.find(({ id }) => id === period);
    return known?.[side] ?? `${period.slice(0, 4)}-${side === 'start' ? '01-01' : '12-31'}`;
  };
  const [start, end] = [dayOf(from, 'start'), dayOf(to, 'end')];
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

/** The period asked for; else the latest with at least two thirds as many figures as the best one. */
function choosePeriod(
  state: ExploreState,
  periods: readonly PeriodFact[],
  counts: ReadonlyMap<string, number>,
  structure: ReleasedFlow['flow']['structure'],
  notices: ExploreNotice[],
): string | undefined {
  const most = Math.max(0, ...counts.values());
  const best =
    periods.findLast(({ id }) => most > 0 && (counts.get(id) ?? 0) >= (most * 2) / 3)?.id ?? periods.at(-1)?.id;
  if (state.period === undefined) return best;
  if (most > 0 && (counts.get(state.period) ?? 0) === 0) {
    const near = nearestPeriod(state.period, periods, counts);
    notices.push({
      said: say('There are no figures for {period} with this choice.', { period: state.period }),
      ...(near !== undefined && {
        remedy: {
          label: say('Show {name}', { name: near }),
          query: writeQuery(changed(state, { period: near }), structure),
        },
      }),
    });
  }
  return state.period;
}

function nearestPeriod(
  wanted: string,
  periods: readonly PeriodFact[],
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const full = periods.filter(({ id }) => (counts.get(id) ?? 0) > 0).map(({ id }) => id);
  return full.findLast((id) => id <= wanted) ?? full[0];
}
