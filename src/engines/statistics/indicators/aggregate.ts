import { say } from '#kernel/i18n/say.ts';
import { english } from '../english.ts';
import { ratioOf, type AggregateRule, type Indicator } from './define-indicator.ts';
import type { Refusal } from './evaluate.ts';
import { wordsOf } from './formula.ts';

export interface Coverage {
  /** Countries of the group with a figure, of how many. */
  readonly countries: number;
  readonly of: number;
  /** Share of the group's population that lives in them, from 0 to 1, as far as the data imply it. */
  readonly population?: number;
  /** Countries that count with an earlier year's figure. */
  readonly imputed: number;
}

export interface AggregateFigure {
  readonly group: string;
  readonly period: string;
  readonly value?: number;
  readonly refusal?: Refusal;
  readonly coverage: Coverage;
  readonly areas: readonly { readonly area: string; readonly period: string }[];
}

export interface Group {
  readonly id: string;
  readonly members: readonly string[];
}

/** What an aggregate is made from, for one indicator; each figure is calculated once, however many groups it is in. */
export interface AggregateData {
  readonly memberAt: (area: string, period: string) => MemberFigure | undefined;
  /** Population in the period, or in the nearest one for which the data imply it. */
  readonly populationNear: (area: string, period: string) => number | undefined;
}

/** A country's value with the two sides of its ratio, where it is one. */
export interface MemberFigure {
  readonly value: number;
  readonly above: number;
  readonly below: number;
}

interface Member extends MemberFigure {
  readonly area: string;
  readonly period: string;
}

/** Regional or global figure: sums over the countries that have one, refused where too few do. */
export function aggregate(
  indicator: Indicator,
  rule: AggregateRule,
  data: AggregateData,
  group: Group,
  period: string,
): AggregateFigure {
  const members = group.members.flatMap((area) => memberFigure(rule, data, area, period) ?? []);
  const coverage = coverageOf(data, group, members, period);
  const base = {
    group: group.id,
    period,
    coverage,
    areas: members.map(({ area, period: from }) => ({ area, period: from })),
  };
  const refusal = tooFew(rule, coverage);
  if (refusal !== undefined) return { ...base, refusal };
  const value = combine(indicator, rule, data, members);
  return value === undefined
    ? { ...base, refusal: { kind: 'missing', words: wordsOf(say('No country of the group has a figure.')) } }
    : { ...base, value };
}

function memberFigure(rule: AggregateRule, data: AggregateData, area: string, period: string): Member | undefined {
  for (let back = 0; back <= rule.carryForward; back += 1) {
    const from = back === 0 ? period : String(Number(period) - back);
    const figure = data.memberAt(area, from);
    if (figure !== undefined) return { area, period: from, ...figure };
  }
  return undefined;
}

function combine(
  indicator: Indicator,
  rule: AggregateRule,
  data: AggregateData,
  members: readonly Member[],
): number | undefined {
  if (members.length === 0) return undefined;
  if (rule.method === 'total') return sum(members.map(({ value }) => value));
  if (rule.method === 'sums') {
    const below = sum(members.map((member) => member.below));
    const factor = ratioOf(indicator.formula)?.factor ?? 1;
    return below === 0 ? undefined : (sum(members.map((member) => member.above)) / below) * factor;
  }
  const weights = members.map(({ area, period }) => data.populationNear(area, period) ?? 0);
  const total = sum(weights);
  return total === 0 ? undefined : sum(members.map(({ value }, at) => value * (weights[at] ?? 0))) / total;
}

function coverageOf(data: AggregateData, group: Group, members: readonly Member[], period: string): Coverage {
  const counts = {
    countries: members.length,
    of: group.members.length,
    imputed: members.filter((member) => member.period !== period).length,
  };
  const populations = new Map(group.members.map((area) => [area, data.populationNear(area, period) ?? 0]));
  const whole = sum([...populations.values()]);
  if (whole === 0) return counts;
  return { ...counts, population: sum(members.map(({ area }) => populations.get(area) ?? 0)) / whole };
}

function tooFew({ minimumCoverage }: AggregateRule, coverage: Coverage): Refusal | undefined {
  const { countries, population } = minimumCoverage;
  const few = countries !== undefined && coverage.countries < countries * coverage.of;
  // Where the data imply no population at all, the share of countries stands in: nothing is shown for want of a measure.
  const share = coverage.population ?? coverage.countries / Math.max(1, coverage.of);
  const thin = population !== undefined && share < population;
  if (!few && !thin && coverage.countries > 0) return undefined;
  const counts = { countries: coverage.countries, of: coverage.of };
  const said =
    coverage.population === undefined
      ? say('Only {countries} of {of} countries have a figure.', counts)
      : say('Only {countries} of {of} countries, {share} % of its population, have a figure.', {
          ...counts,
          share: Math.round(coverage.population * 100),
        });
  return { kind: 'low-coverage', words: english(said), said };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
