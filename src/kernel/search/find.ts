import { hintOf } from './hints.ts';
import { nothingFound, type HintCode, type SearchAnswer, type SearchQuery } from './answer.ts';
import { wantedBy } from './present/find-marks.ts';
import { correctWords } from './present/correct-words.ts';
import { presentHit } from './present/present-hit.ts';
import { mostFrequent } from './query/count-facets.ts';
import { parseQuery, type Query } from './query/parse-query.ts';
import { planQuery, type Planned } from './query/plan-query.ts';
import { relaxations } from './query/relax.ts';
import { runQuery, type Asked, type Found } from './query/run-query.ts';
import { scoreUnit } from './query/walk.ts';
import type { Segment } from './segment/segment.ts';

const mostInvented = 5;
const mostFirst = 10_000;

/** Answers a query over the segments: hits, total, counts and hints, all of what the reader may see. */
export function find(segments: readonly Segment[], query: SearchQuery): SearchAnswer {
  const { query: parsed, hints } = parseQuery(query.text);
  const said = new Set<HintCode>(hints);
  const hint = (code: HintCode): void => void said.add(code);
  const asked = askedBy(query);
  const strict = planQuery(parsed, query.text, hint);
  if (parsed === undefined && !isChosen(query)) return { ...nothingFound, hints: [...said].map(hintOf) };
  const planned: Planned = parsed === undefined ? { plan: { kind: 'and', of: [] }, bonuses: [] } : strict;
  const { plan, found, matched } = firstThatFinds(segments, planned, query.relax === true ? parsed : undefined, asked);
  const wanted = wantedBy(plan.plan);
  const from = (query.page - 1) * query.size;
  const present = (ranked: Found['ranked']) =>
    ranked.map((each) => presentHit(each, wanted, query.language, query.sort === undefined ? each.key * scoreUnit : 0));
  const counts = (facet: string) => mostFrequent(found.facets.get(facet) ?? new Map(), query.facetSize ?? 100);
  const invented = query.demonstration && segments.some(({ classes }) => classes.some((one) => one.demonstration));
  return {
    total: found.total,
    hits: present(found.ranked.slice(from, from + query.size)),
    kinds: counts('kind').map(({ value, count }) => ({ kind: value, count })),
    facets: Object.fromEntries((query.facets ?? []).map((facet) => [facet, counts(facet)])),
    matched,
    hints: [...said].map(hintOf),
    ...(matched !== 'all' || found.total === 0 ? correction(segments, parsed, query) : {}),
    demonstration: invented
      ? present(runQuery(segments, plan, { ...asked, demonstration: true, facets: [], first: mostInvented }).ranked)
      : [],
  };
}

/** The query with other words in place of those that no document of the reader has, when something is found with them. */
function correction(
  segments: readonly Segment[],
  parsed: Query | undefined,
  query: SearchQuery,
): { spelling: string } | undefined {
  const spelling = parsed === undefined ? undefined : correctWords(segments, parsed, query.text, query.audiences);
  if (spelling === undefined) return undefined;
  const again = planQuery(parseQuery(spelling).query, spelling, () => undefined);
  const { total } = runQuery(segments, again, { ...askedBy(query), facets: [], first: 1 });
  return total > 0 ? { spelling } : undefined;
}

const isChosen = ({ filters, ranges, kind, published }: SearchQuery): boolean =>
  kind !== undefined || published !== undefined || [filters, ranges].some((one) => Object.keys(one ?? {}).length > 0);

function askedBy(query: SearchQuery): Asked {
  const { kind, filters = {}, ranges, published, sort } = query;
  return {
    audiences: query.audiences,
    demonstration: false,
    facets: [...new Set(['kind', ...(query.facets ?? [])])],
    filters: kind === undefined ? filters : { ...filters, kind: [kind] },
    first: Math.min(query.page * query.size, mostFirst),
    ...(ranges !== undefined && { ranges }),
    ...(published !== undefined && { published }),
    ...(sort !== undefined && { sort }),
  };
}

/** As written, and when nothing has all the words and the reader wants it, with less asked. */
function firstThatFinds(
  segments: readonly Segment[],
  planned: Planned,
  parsed: Query | undefined,
  asked: Asked,
): { plan: Planned; found: Found; matched: SearchAnswer['matched'] } {
  const found = runQuery(segments, planned, asked);
  if (found.total > 0 || parsed === undefined) return { plan: planned, found, matched: 'all' };
  for (const { matched, query } of relaxations(parsed)) {
    const plan = planQuery(query, '', () => undefined);
    const more = runQuery(segments, plan, asked);
    if (more.total > 0) return { plan, found: more, matched };
  }
  return { plan: planned, found, matched: 'all' };
}
