import { areaFigure, valueFor, type Parts } from './area-figures.ts';
import { ratioOf, type AggregateRule, type Indicator } from './define-indicator.ts';
import type { FindFigure, Refusal } from './evaluate.ts';

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

/** What an aggregate is made from: the figures, the States that report in parts, and the periods that there are. */
export interface AggregateData {
  readonly find: FindFigure;
  readonly parts: Parts;
  readonly periods: readonly string[];
}

interface Member {
  readonly area: string;
  readonly period: string;
  readonly value: number;
}

/** Regional or global figure: sums over the countries that have one, refused where too few do. */
export function aggregate(
  indicator: Indicator,
  rule: AggregateRule,
  data: AggregateData,
  group: Group,
  period: string,
): AggregateFigure {
  const members = group.members.flatMap((area) => memberFigure(indicator, rule, data, area, period) ?? []);
  const coverage = coverageOf(indicator, data, group, members, period);
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
    ? { ...base, refusal: { kind: 'missing', words: 'No country of the group has a figure.' } }
    : { ...base, value };
}

function memberFigure(
  indicator: Indicator,
  rule: AggregateRule,
  data: AggregateData,
  area: string,
  period: string,
): Member | undefined {
  for (let back = 0; back <= rule.carryForward; back += 1) {
    const from = String(Number(period) - back);
    const { outcome } = areaFigure(indicator, data.find, data.parts, area, from);
    if (outcome.ok) return { area, period: from, value: outcome.value };
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
  const ratio = ratioOf(indicator.formula);
  if (rule.method === 'sums' && ratio !== undefined) {
    const of = (part: typeof ratio.above): number =>
      sum(members.map(({ area, period }) => valueFor(part, data.find, data.parts, area, period) ?? 0));
    const below = of(ratio.below);
    return below === 0 ? undefined : (of(ratio.above) / below) * ratio.factor;
  }
  const weights = members.map(({ area, period }) => populationNear(indicator, data, area, period) ?? 0);
  const total = sum(weights);
  return total === 0 ? undefined : sum(members.map(({ value }, at) => value * (weights[at] ?? 0))) / total;
}

function coverageOf(
  indicator: Indicator,
  data: AggregateData,
  group: Group,
  members: readonly Member[],
  period: string,
): Coverage {
  const counts = {
    countries: members.length,
    of: group.members.length,
    imputed: members.filter((member) => member.period !== period).length,
  };
  const populations = new Map(group.members.map((area) => [area, populationNear(indicator, data, area, period) ?? 0]));
  const whole = sum([...populations.values()]);
  if (whole === 0) return counts;
  return { ...counts, population: sum(members.map(({ area }) => populations.get(area) ?? 0)) / whole };
}

/** Population of an area in the period, or of the nearest period for which the data imply one. */
function populationNear(indicator: Indicator, data: AggregateData, area: string, period: string): number | undefined {
  if (indicator.population === undefined) return undefined;
  const nearest = data.periods.toSorted(
    (one, other) => Math.abs(Number(one) - Number(period)) - Math.abs(Number(other) - Number(period)),
  );
  for (const candidate of nearest) {
    const value = valueFor(indicator.population, data.find, data.parts, area, candidate);
    if (value !== undefined && Number.isFinite(value) && value > 0) return value;
  }
  return undefined;
}

function tooFew({ minimumCoverage }: AggregateRule, coverage: Coverage): Refusal | undefined {
  const { countries, population } = minimumCoverage;
  const few = countries !== undefined && coverage.countries < countries * coverage.of;
  const thin = population !== undefined && coverage.population !== undefined && coverage.population < population;
  if (!few && !thin && coverage.countries > 0) return undefined;
  const percent =
    coverage.population === undefined ? '' : `, ${Math.round(coverage.population * 100)} % of its population`;
  return {
    kind: 'low-coverage',
    words: `Only ${coverage.countries} of ${coverage.of} countries${percent} have a figure.`,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
