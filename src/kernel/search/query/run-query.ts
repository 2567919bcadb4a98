import type { Audience } from '#kernel/policy/audience.ts';
import type { SearchQuery } from '../answer.ts';
import { dateColumn } from '../segment/columns.ts';
import type { Segment } from '../segment/segment.ts';
import { Arena, type Matches } from './arena.ts';
import { best, type Ranked } from './best.ts';
import { countFacet, type Counts } from './count-facets.ts';
import { restOf } from './count-rest.ts';
import { addBonus, evaluate } from './evaluate.ts';
import { hasOneOf, liesIn } from './filters.ts';
import type { Planned } from './plan-query.ts';
import { rankingOf } from './ranking.ts';
import { chosenRange } from './ranges.ts';
import { keepOnly } from './combine.ts';
import { visibleTo } from './visible.ts';
import type { Walk } from './walk.ts';

export interface Asked extends Pick<SearchQuery, 'filters' | 'ranges' | 'published' | 'sort'> {
  readonly audiences: readonly Audience[] | 'all';
  readonly demonstration: boolean;
  readonly facets: readonly string[];
  /** So many of the best are wanted. */
  readonly first: number;
}

export interface Found {
  readonly total: number;
  readonly ranked: readonly Ranked[];
  readonly facets: ReadonlyMap<string, Counts>;
}

const arena = new Arena();

/** Runs a plan over all segments: total, best and counts are of one and the same set of documents. */
export function runQuery(segments: readonly Segment[], { plan, bonuses }: Planned, asked: Asked): Found {
  arena.reset();
  const ranking = rankingOf(segments, plan, bonuses);
  const facets = new Map<string, Counts>(asked.facets.map((facet) => [facet, new Map()]));
  const order = best(asked.first);
  let total = 0;
  for (const segment of segments) {
    const visible = visibleTo(segment, asked.audiences, asked.demonstration);
    const walk = { segment, visible, ranking, arena };
    const matches = narrowed(segment, evaluate(walk, plan), asked);
    const chosen = applyFilters(walk, matches, asked, facets);
    total += chosen.count;
    if (asked.sort === undefined) for (const { term, factor } of bonuses) addBonus(walk, chosen, term, factor);
    showAll(segment, chosen, order, asked.sort);
    arena.reset();
  }
  return { total, ranked: order.list(), facets };
}

function showAll(
  segment: Segment,
  { documents, scores, count }: Matches,
  order: ReturnType<typeof best>,
  sort: string | undefined,
): void {
  const keys = sort === undefined ? undefined : keysOf(segment, sort);
  let { floor } = order;
  for (let index = 0; index < count; index += 1) {
    const key = keys === undefined ? scores[index]! : keys(documents[index]!);
    if (key < floor) continue;
    order.show(segment, documents[index]!, key);
    ({ floor } = order);
  }
}

/** What lies in the ranges that were chosen, and between the moments asked for. */
function narrowed(segment: Segment, matches: Matches, { ranges = {}, published }: Asked): Matches {
  let left = matches;
  for (const [field, chosen] of Object.entries(ranges)) {
    const range = chosenRange(chosen);
    if (range !== undefined) left = keepOnly(left, liesIn(segment, field, range));
  }
  if (published === undefined) return left;
  const moment = { from: published.after.getTime() + 1, to: published.until.getTime() + 1 };
  const number = { from: Number.NaN, to: Number.NaN };
  return keepOnly(left, liesIn(segment, 'published', { number, moment }));
}

/** Keeps what passes all filters, and counts: each facet over what passes all filters but its own. */
function applyFilters(
  { segment, visible }: Walk,
  matches: Matches,
  { filters = {} }: Asked,
  facets: ReadonlyMap<string, Counts>,
): Matches {
  const count = (found: Matches): void => {
    const rest = restOf(segment, visible, found, arena);
    for (const [facet, counts] of facets) countFacet(segment, facet, found, counts, rest);
  };
  const tests = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => ({
      facet,
      holds: hasOneOf(segment, facet, values),
      failing: arena.matches(matches.count),
    }));
  if (tests.length === 0) {
    count(matches);
    return matches;
  }
  const passing = arena.matches(matches.count);
  for (let index = 0; index < matches.count; index += 1) {
    const document = matches.documents[index]!;
    let failed: (typeof tests)[number] | undefined;
    let failures = 0;
    for (const test of tests) {
      if (test.holds(document)) continue;
      failures += 1;
      failed = test;
    }
    const into = failures === 0 ? passing : failures === 1 ? failed?.failing : undefined;
    if (into === undefined) continue;
    into.documents[into.count] = document;
    into.scores[into.count] = matches.scores[index]!;
    into.count += 1;
  }
  count(passing);
  for (const { facet, failing } of tests) {
    const counts = facets.get(facet);
    if (counts !== undefined) countFacet(segment, facet, failing, counts);
  }
  return passing;
}

/** Ascending order is that of the greatest negative; what has no such number comes last. */
function keysOf(segment: Segment, sort: string): (document: number) => number {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const column = segment.numbers.get(name) ?? segment.numbers.get(dateColumn(name));
  return (document) => {
    const value = column?.[document] ?? Number.NaN;
    if (Number.isNaN(value)) return -Infinity;
    return descending ? value : -value;
  };
}
