import type { Text } from '#kernel/i18n/say.ts';
import { say } from '#kernel/i18n/say.ts';
import type {
  AboveCheck,
  CountRateCheck,
  CoverageCheck,
  DuplicateCheck,
  JumpCheck,
  MirrorCheck,
  PartsCheck,
  PeriodCheck,
  RangeCheck,
  Selection,
  Severity,
  WholeCheck,
} from './check.ts';

/** Every check can be given another id, severity or sentence; the rest has a default that fits most flows. */
interface Own {
  readonly id?: string;
  readonly severity?: Severity;
  readonly says?: Text;
}

/** The year lies between `from` and the year of the import (plus `ahead`). */
export function plausiblePeriod({
  from = 1900,
  ahead = 0,
  ...own
}: Own & { from?: number; ahead?: number } = {}): PeriodCheck {
  return {
    kind: 'period',
    id: 'year-plausible',
    severity: 'error',
    says: say('The year is one in which the figure can have been collected.'),
    formula: `${from} ≤ year(TIME_PERIOD) ≤ this year${ahead > 0 ? ` + ${ahead}` : ''}`,
    remedy: say('Correct the year in the source and import it again.'),
    from,
    ahead,
    ...own,
  };
}

/** The value lies between two bounds, both included. */
export function range({
  of,
  from = -Infinity,
  to = Infinity,
  ...own
}: Own & { of: Selection; from?: number; to?: number }): RangeCheck {
  return {
    kind: 'range',
    id: 'value-in-range',
    severity: 'error',
    says: say('The value lies between {from} and {to}.', { from: String(from), to: String(to) }),
    formula: `${from} ≤ OBS_VALUE ≤ ${to}`,
    remedy: say('Correct the value, or its unit.'),
    of,
    from,
    to,
    ...own,
  };
}

/** A percentage of a whole: 0 to 100. */
export function percentage({ of, ...own }: Own & { of: Selection }): RangeCheck {
  return range({ id: 'percentage', says: say('A percentage lies between 0 and 100.'), of, from: 0, to: 100, ...own });
}

/** A count is a whole number, not below zero. */
export function wholeAndNotNegative({
  of,
  fractions = 'error',
  ...own
}: Own & { of: Selection; fractions?: Severity }): WholeCheck {
  return {
    kind: 'whole',
    id: 'count-whole',
    severity: 'error',
    says: say('A count is a whole number and not below zero.'),
    formula: 'OBS_VALUE ≥ 0 and OBS_VALUE = floor(OBS_VALUE)',
    remedy: say('Give the count itself; where it is an average or an estimate, say so in its status or note.'),
    of,
    fractions,
    ...own,
  };
}

/** One key and period is given once. Twice with one value: warning. Twice with different values: error, for each of the rows. */
export function duplicateKey(own: Own = {}): DuplicateCheck {
  return {
    kind: 'duplicate',
    id: 'duplicate-key',
    severity: 'error',
    says: say('Each figure is given once.'),
    formula: 'count(*) by key and TIME_PERIOD = 1',
    remedy: say('Keep the row that is right, or give the rows the dimension that tells them apart.'),
    ...own,
  };
}

/** The parts of a dimension add up to its total where all are given, and never exceed it. */
export function partsOfTotal({
  dimension,
  parts,
  total = '_T',
  of = {},
  within = 0.5,
  ...own
}: Own & { dimension: string; parts: readonly string[]; total?: string; of?: Selection; within?: number }): PartsCheck {
  return {
    kind: 'parts',
    id: `parts-of-${dimension.toLowerCase().replaceAll('_', '-')}`,
    severity: 'warning',
    says: say('The parts make the total.'),
    formula: `|${parts.join(' + ')} − ${total}| ≤ ${within} over ${dimension}`,
    remedy: say('Correct the part or the total that is wrong, or explain what the parts leave out.'),
    dimension,
    parts,
    total,
    of,
    within,
    ...own,
  };
}

/** A part is not above its whole; the part's row is the one that is named. */
export function notAbove({
  part,
  whole,
  ...own
}: Own & { part: Selection; whole: Readonly<Record<string, string>> }): AboveCheck {
  return {
    kind: 'above',
    id: 'part-above-whole',
    severity: 'error',
    says: say('A part is not above its whole.'),
    formula: `value(${Object.values(part).flat().join(', ')}) ≤ value(${Object.values(whole).join(', ')})`,
    remedy: say('Correct the part or the whole.'),
    part,
    whole,
    ...own,
  };
}

/** rate = count ÷ population × per: all counts and rates of one area, period and kind of population imply one population. */
export function countRate({
  dimension = 'UNIT_MEASURE',
  count,
  rate,
  per = 100_000,
  populationBy = [],
  within = 0.01,
  ...own
}: Own & {
  dimension?: string;
  count: string;
  rate: string;
  per?: number;
  populationBy?: readonly string[];
  within?: number;
}): CountRateCheck {
  return {
    kind: 'count-rate',
    id: 'rate-follows-count',
    severity: 'warning',
    says: say('A rate follows from its count and the population.'),
    formula: `|rate − count ÷ population × ${per}| ≤ ${within} × rate, population = median(count ÷ rate × ${per})`,
    remedy: say('Correct the count or the rate, or compute the rate with the population of that area and year.'),
    dimension,
    count,
    rate,
    per,
    populationBy,
    within,
    ...own,
  };
}

/** A change between neighbouring periods that is at least `ratio`-fold, `least` large and beyond the series' own spread of changes. */
export function jump({
  of,
  ratio = 2,
  least = 20,
  deviations = 3.5,
  ...own
}: Own & { of: Selection; ratio?: number; least?: number; deviations?: number }): JumpCheck {
  return {
    kind: 'jump',
    id: 'jump',
    severity: 'warning',
    says: say('A series does not jump without an explanation.'),
    formula: `|ln(xₜ ÷ xₜ₋₁)| > max(ln ${ratio}, ${deviations} × 1.4826 × median |ln(xₛ ÷ xₛ₋₁)| over its other changes) and |xₜ − xₜ₋₁| ≥ ${least}`,
    remedy: say('Confirm the figure and say what changed (coverage, definition, unit), or correct it.'),
    of,
    ratio,
    least,
    deviations,
    ...own,
  };
}

/** The same figure from two sources, or under two names, is the same within a share. */
export function mirror({
  one,
  other,
  within = 0.01,
  ...own
}: Own & { one: Selection; other: Readonly<Record<string, string>>; within?: number }): MirrorCheck {
  return {
    kind: 'mirror',
    id: 'mirror',
    severity: 'warning',
    says: say('The same figure from two sources is the same.'),
    formula: `|one − other| ≤ ${within} × max(one, other)`,
    remedy: say('Say which source holds, and why they differ.'),
    one,
    other,
    within,
    ...own,
  };
}

/** Periods for which far fewer areas give the figure than is usual. */
export function coverage({ of, least = 0.5, ...own }: Own & { of: Selection; least?: number }): CoverageCheck {
  return {
    kind: 'coverage',
    id: 'coverage',
    severity: 'info',
    says: say('A period has the usual number of areas.'),
    formula: `areas(period) ≥ ${least} × median(areas over the five periods before)`,
    remedy: say('Compare totals and averages of such a period with others only over the same areas.'),
    of,
    least,
    ...own,
  };
}
