import { say } from '#kernel/i18n/index.ts';
import type { Dimension } from '../model/structure.ts';
import type { ExploreNotice } from './notice.ts';
import type { CodeNames } from './read-query.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { isFrequency, isUnit, total } from './roles.ts';
import type { Chosen } from './state.ts';

type Combination = ReleaseFacts['combinations'][number];

export interface ChosenCodes {
  readonly codes: Readonly<Record<string, Chosen>>;
  readonly notices: readonly ExploreNotice[];
}

/**
 * Completes a choice so that it never comes out empty while anything can be shown: explicit codes hold, the weightiest dimension
 * first; the rest takes its total, or what has the most figures. A choice that leaves nothing is given up, and said.
 */
export function chooseCodes(
  dimensions: readonly Dimension[],
  combinations: readonly Combination[],
  explicit: Readonly<Record<string, Chosen>>,
  names: CodeNames,
  single: boolean,
): ChosenCodes {
  const notices: ExploreNotice[] = [];
  const codes: Record<string, Chosen> = {};
  const givenUp: { dimension: Dimension; wanted: readonly string[] }[] = [];
  let live = combinations;
  for (const dimension of dimensions) {
    const wanted = explicit[dimension.id];
    if (wanted === undefined || (wanted === 'all' && single)) continue;
    if (wanted === 'all') {
      codes[dimension.id] = 'all';
      continue;
    }
    const kept = wanted.filter((code) => live.some((one) => one.codes[dimension.id] === code));
    const [first] = kept;
    if (first === undefined) {
      // A unit that fits another measure follows what is measured now; that needs no words.
      const follows = isUnit(dimension) || isFrequency(dimension);
      const elsewhere = combinations.some((one) => wanted.includes(one.codes[dimension.id] ?? ''));
      if (combinations.length > 0 && !(follows && elsewhere)) givenUp.push({ dimension, wanted });
      continue;
    }
    if (single && kept.length > 1) {
      notices.push({
        said: say('{dimension}: a map shows one at a time; this is {shown}.', {
          dimension: names.ofDimension(dimension),
          shown: names.of(dimension, first),
        }),
      });
    }
    const chosen = single ? [first] : wanted;
    codes[dimension.id] = chosen;
    live = live.filter((one) => chosen.includes(one.codes[dimension.id] ?? ''));
  }
  for (const dimension of dimensions.filter(({ id }) => codes[id] === undefined)) {
    const chosen = bestCodes(dimension, dimensions, codes, live);
    codes[dimension.id] = chosen;
    live = live.filter((one) => chosen.includes(one.codes[dimension.id] ?? ''));
  }
  for (const { dimension, wanted } of givenUp) {
    const shown = codes[dimension.id];
    notices.push({
      said: say('{dimension}: there are no figures for {wanted} with the rest of this choice; this is {shown}.', {
        dimension: names.ofDimension(dimension),
        wanted: wanted
          .slice(0, 3)
          .map((code) => names.of(dimension, code))
          .join(', '),
        shown: shown === undefined || shown === 'all' ? '…' : shown.map((code) => names.of(dimension, code)).join(', '),
      }),
    });
  }
  return { codes, notices };
}

/** The total where there is one, else the code with the most figures; for each of several explicit choices what fits it (counts and rates have units of their own). */
function bestCodes(
  { id, codelist }: Dimension,
  dimensions: readonly Dimension[],
  codes: Readonly<Record<string, Chosen>>,
  live: readonly Combination[],
): readonly string[] {
  const several = dimensions.filter((other) => {
    const chosen = codes[other.id];
    return chosen === 'all' || (chosen !== undefined && chosen.length > 1);
  });
  const groups = Map.groupBy(live, (one) => several.map((other) => one.codes[other.id]).join('.'));
  const order = new Map(codelist.codes.map((code, place) => [code.id, place]));
  const best = [...groups.values()].flatMap((group) => {
    const counts = new Map<string, number>();
    for (const one of group) {
      const code = one.codes[id] ?? '';
      counts.set(code, (counts.get(code) ?? 0) + one.values);
    }
    if ((counts.get(total) ?? 0) > 0) return [total];
    const ranked = [...counts].toSorted(
      ([one, n], [other, m]) => m - n || (order.get(one) ?? Infinity) - (order.get(other) ?? Infinity),
    );
    return ranked[0] === undefined ? [] : [ranked[0][0]];
  });
  return [...new Set(best)];
}
