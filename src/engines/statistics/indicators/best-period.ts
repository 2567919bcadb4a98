import type { IndicatorTable } from './open-indicators.ts';

/** The latest period in which at least two thirds as many countries have a figure as in the best one; '' without any period. */
export function bestPeriod(table: Pick<IndicatorTable, 'periods' | 'areas'>): string {
  const counts = table.periods.map(
    (period) => table.areas.filter((figure) => figure.period === period && figure.outcome.ok).length,
  );
  const most = Math.max(0, ...counts);
  const at = counts.findLastIndex((count) => count >= (most * 2) / 3);
  return table.periods[at] ?? table.periods.at(-1) ?? '';
}
