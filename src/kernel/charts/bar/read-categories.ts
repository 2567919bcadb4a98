import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { ChartPoint, ChartSeries } from '../input.ts';

/** A row of the chart: the category and the point of each series, in the order of the series. */
export interface Category {
  readonly label: string;
  readonly points: readonly (ChartPoint | undefined)[];
  /** Sum of the figures there are. */
  readonly total: number;
  /** Whether every series has a figure, so that the total is one. */
  readonly complete: boolean;
}

export type CategoryOrder = 'given' | 'descending' | 'ascending';

/** Rows in the order of first appearance, or by their total; rows without any figure come last. A category given twice in a series is a Problem. */
export function readCategories(
  title: string,
  series: readonly ChartSeries[],
  order: CategoryOrder,
): readonly Category[] {
  const rows = new Map<string, (ChartPoint | undefined)[]>();
  for (const [index, { label, points }] of series.entries()) {
    for (const point of points) {
      const name = String(point.x);
      const row = rows.get(name) ?? Array.from<ChartPoint | undefined>({ length: series.length });
      if (row[index] !== undefined) {
        throw new Problem(
          'invalid',
          say('The chart "{title}" cannot be drawn: {series} gives {category} twice. Choose one of the two figures.', {
            title,
            series: label,
            category: name,
          }),
        );
      }
      row[index] = point;
      rows.set(name, row);
    }
  }
  const categories = [...rows].map(([label, points]): Category => {
    const figures = points.flatMap((point) => (point === undefined || point.y === null ? [] : [point.y]));
    return {
      label,
      points,
      total: figures.reduce((sum, figure) => sum + figure, 0),
      complete: figures.length === series.length,
    };
  });
  if (order === 'given') return categories;
  const empty = ({ points }: Category): boolean => points.every((point) => point === undefined || point.y === null);
  const sign = order === 'descending' ? -1 : 1;
  return categories.sort((a, b) => Number(empty(a)) - Number(empty(b)) || sign * (a.total - b.total));
}
