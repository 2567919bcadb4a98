import type { ChartFrame, ChartPoint, ChartSeries } from '../input.ts';
import type { Kit } from '../layout/kit.ts';
import type { ChartCell, ChartTable } from './chart-table.ts';

/** The cell of one figure; a place without any point is an empty cell. */
export function figureCell(kit: Kit, point: Omit<ChartPoint, 'x'> | undefined): ChartCell {
  if (point === undefined) return { value: null, text: '' };
  return {
    value: point.y,
    text: point.y === null ? (kit.status(point.status) ?? '') : kit.figure(point.y),
    ...(point.status === undefined ? {} : { status: point.status }),
    ...(point.note === undefined ? {} : { note: point.note }),
    ...(point.finding === undefined ? {} : { finding: point.finding }),
  };
}

/** A row for each x in the order given, a column for each series. */
export function seriesTable(
  kit: Kit,
  frame: ChartFrame,
  series: readonly ChartSeries[],
  rows: { readonly kind: 'period' | 'text'; readonly label: string; readonly order: readonly (string | number)[] },
): ChartTable {
  const bySeries = series.map(({ points }) => new Map(points.map((point) => [String(point.x), point])));
  return {
    caption: frame.subtitle === undefined ? frame.title : `${frame.title} — ${frame.subtitle}`,
    columns: [
      { id: 'x', label: rows.label, kind: rows.kind },
      ...series.map(({ label }, index) => ({
        id: `s${index + 1}`,
        label,
        kind: 'number' as const,
        ...(frame.unit === undefined ? {} : { unit: frame.unit }),
        decimals: kit.decimals,
      })),
    ],
    rows: rows.order.map((x) => [
      { value: x, text: String(x) },
      ...bySeries.map((points) => figureCell(kit, points.get(String(x)))),
    ]),
    notes: [...(frame.notes ?? []), frame.source, frame.release].filter((text) => text !== undefined),
  };
}
