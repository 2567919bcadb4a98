import type { AggregateData, MemberFigure } from './aggregate.ts';
import { areaFigure, valueFor, type Parts } from './area-figures.ts';
import { ratioOf, type Indicator } from './define-indicator.ts';
import type { FindFigure } from './evaluate.ts';

/** The figures of one indicator as its aggregates need them, each calculated when it is first asked for. */
export function aggregateData(
  indicator: Indicator,
  loaded: { readonly find: FindFigure; readonly periods: readonly string[] },
  parts: Parts,
): AggregateData {
  const { find, periods } = loaded;
  const ratio = ratioOf(indicator.formula);
  const members = new Map<string, MemberFigure | undefined>();
  const populations = new Map<string, readonly { readonly year: number; readonly value: number }[]>();

  const calculate = (area: string, period: string): MemberFigure | undefined => {
    const { outcome } = areaFigure(indicator, find, parts, area, period);
    if (!outcome.ok) return undefined;
    if (ratio === undefined) return { value: outcome.value, above: outcome.value, below: 1 };
    const side = (formula: typeof ratio.above): number => valueFor(formula, find, parts, area, period) ?? 0;
    return { value: outcome.value, above: side(ratio.above), below: side(ratio.below) };
  };
  const implied = (area: string) => {
    const { population } = indicator;
    if (population === undefined) return [];
    return periods.flatMap((period) => {
      const value = valueFor(population, find, parts, area, period);
      return value !== undefined && Number.isFinite(value) && value > 0 ? [{ year: Number(period), value }] : [];
    });
  };
  return {
    memberAt: (area, period) => {
      const key = `${area}@${period}`;
      if (!members.has(key)) members.set(key, calculate(area, period));
      return members.get(key);
    },
    populationNear: (area, period) => {
      const known = populations.get(area) ?? implied(area);
      populations.set(area, known);
      const year = Number(period);
      return known.reduce<{ year: number; value: number } | undefined>(
        (best, each) => (best === undefined || Math.abs(each.year - year) < Math.abs(best.year - year) ? each : best),
        undefined,
      )?.value;
    },
  };
}
