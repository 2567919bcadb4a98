import { say } from '#kernel/i18n/index.ts';
import type { ChartFrame, ChartSeries, Drawing } from '../input.ts';
import { checkInput } from '../check-input.ts';
import { drawEmpty } from '../layout/draw-empty.ts';
import { drawFrame, type Room } from '../layout/draw-frame.ts';
import { drawKey, type Block, type KeyItem } from '../layout/key.ts';
import { makeKit, type Kit } from '../layout/kit.ts';
import { statusKey } from '../line/status-key.ts';
import { valueScale } from '../scale/value-scale.ts';
import { el, round } from '../svg/element.ts';
import { patternDefinition, patternFill } from '../svg/patterns.ts';
import { seriesColour } from '../svg/series-colour.ts';
import { writeText } from '../svg/write-text.ts';
import { extremes } from '../table/summary.ts';
import { seriesTable } from '../table/series-table.ts';
import { decimalsFor } from '../text/number-format.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import { drawBarAxis, type BarArea } from './bar-axis.ts';
import { barThickness, drawGroupedRow, drawStackedRow } from './draw-row.ts';
import { readCategories, type Category, type CategoryOrder } from './read-categories.ts';

export interface BarChart extends ChartFrame {
  /** The points' x is the category. */
  readonly series: readonly ChartSeries[];
  readonly order?: CategoryOrder;
  /** Side by side when absent; stacked for parts of one whole. */
  readonly layout?: 'grouped' | 'stacked';
}

/**
 * Draws horizontal bars from zero, a row a category, growing in height with the rows; mirrored for right-to-left scripts.
 * Missing figures are written out, never drawn. A category given twice and figures that are no numbers are Problems.
 */
export function drawBar(chart: BarChart): Drawing {
  checkInput(chart, chart.series);
  const { series } = chart;
  const categories = readCategories(chart.title, series, chart.order ?? 'given');
  const values = series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])));
  const kit = makeKit(chart, chart.decimals ?? decimalsFor(values), [series, chart.layout]);
  const stacked = chart.layout === 'stacked' && series.length > 1;
  const altText = summarize(kit, series, categories);
  const incomplete =
    stacked &&
    categories.some(
      ({ complete, points }) => !complete && points.some((point) => point !== undefined && point.y !== null),
    );
  const ownNotes = incomplete
    ? [kit.say(say('* At least one part has no figure; the total is of the parts that have one.'))]
    : [];
  const defs = series
    .map((_, index) => patternDefinition(kit.id, index, seriesColour(kit, index), kit.paint('paper')))
    .join('');
  const framed = drawFrame(kit, chart, { altText, ownNotes, defs }, (room) =>
    values.length === 0 ? drawEmpty(kit, room) : drawRows(kit, series, categories, stacked, room),
  );
  const table = seriesTable(kit, chart, series, {
    kind: 'text',
    label: kit.say(say('Category')),
    order: categories.map(({ label }) => label),
  });
  return { ...framed, table, altText };
}

function drawRows(
  kit: Kit,
  series: readonly ChartSeries[],
  categories: readonly Category[],
  stacked: boolean,
  room: Room,
): Block {
  const key = drawKey(kit, series.length > 1 ? seriesKey(kit, series) : [], room.left, room.right, room.top);
  const statuses = statusKey(kit, series, 'bar');
  const scale = valueScale(extent(categories, stacked), kit.compact ? 3 : 5, 'always');
  const size = kit.compact ? 11 : 12;
  const widest = Math.max(...categories.map(({ label }) => textWidth(label, size)));
  const labelRoom = Math.min(widest, kit.width * (kit.compact ? 0.36 : 0.3)) + 8;
  const figures = categories.flatMap(({ total, points }) =>
    stacked ? [total] : points.flatMap((point) => (point === undefined || point.y === null ? [] : [point.y])),
  );
  const figureRoom = Math.max(...figures.map((figure) => textWidth(kit.figure(figure), 11))) + 20;
  const words = categories.map(({ label }) => wrapText(label, size, labelRoom - 4, 2));
  const barsHeight = stacked ? barThickness : series.length * (barThickness + 1) - 1;
  const rowHeight =
    Math.max(barsHeight, ...words.map((lines) => lines.length * size * 1.2)) + (series.length > 1 && !stacked ? 12 : 8);
  // Figures stand beyond the bars' ends, on the negative side too where there is one.
  const before = scale.low < 0 ? figureRoom : 4;
  const near = labelRoom + before;
  const left = kit.rightToLeft ? room.left + figureRoom : room.left + near;
  const right = kit.rightToLeft ? room.right - near : room.right - figureRoom;
  const top = room.top + key.height + 4;
  const bottom = top + categories.length * rowHeight;
  const place = (value: number): number =>
    kit.rightToLeft ? right - scale.share(value) * (right - left) : left + scale.share(value) * (right - left);
  const area: BarArea = { left, right, top, bottom, place };
  const rows = categories.map((category, index) => {
    const rowTop = top + index * rowHeight;
    const lines = words[index] ?? [];
    const names = lines.map((line, at) => {
      const y = rowTop + rowHeight / 2 + size * 0.35 + (at - (lines.length - 1) / 2) * size * 1.2;
      const side = kit.rightToLeft
        ? ({ x: room.right, edge: 'right' } as const)
        : ({ x: room.left, edge: 'left' } as const);
      return writeText(kit, { ...side, y, size }, line);
    });
    const barTop = rowTop + (rowHeight - barsHeight) / 2;
    return el(
      'g',
      {},
      ...names,
      stacked
        ? drawStackedRow(kit, area, series, category, barTop)
        : drawGroupedRow(kit, area, series, category, barTop),
    );
  });
  const zero = el('path', { d: `M${round(place(0))},${round(top)}V${round(bottom)}`, stroke: kit.paint('axis') });
  const statusBlock = drawKey(kit, statuses, room.left, room.right, bottom + 24);
  return {
    svg: [key.svg, drawBarAxis(kit, scale, area), ...rows, zero, statusBlock.svg].join(''),
    height: bottom + 24 + statusBlock.height - room.top,
  };
}

function extent(categories: readonly Category[], stacked: boolean): readonly number[] {
  return categories.flatMap(({ points }) => {
    const figures = points.flatMap((point) => (point === undefined || point.y === null ? [] : [point.y]));
    if (!stacked) return figures;
    const sum = (sign: number): number =>
      figures.filter((figure) => figure * sign > 0).reduce((all, figure) => all + figure, 0);
    return [sum(1), sum(-1)];
  });
}

function seriesKey(kit: Kit, series: readonly ChartSeries[]): readonly KeyItem[] {
  return series.map(({ label }, index) => ({
    text: label,
    glyphWidth: 18,
    glyph: (x, y) =>
      el('rect', { x, y: y - 6, width: 18, height: 12, fill: patternFill(kit.id, index, seriesColour(kit, index)) }),
  }));
}

function summarize(kit: Kit, series: readonly ChartSeries[], categories: readonly Category[]): string {
  const figures = categories.flatMap(({ label, points }) =>
    points.flatMap((point, index) =>
      point === undefined || point.y === null
        ? []
        : [{ name: series.length > 1 ? `${label}, ${series[index]?.label ?? ''}` : label, value: point.y }],
    ),
  );
  const missing = categories.length * series.length - figures.length;
  return [
    kit.say(say('Bar chart, number of categories: {count}.', { count: categories.length })),
    ...(series.length > 1
      ? [kit.say(say('Series: {names}.', { names: series.map(({ label }) => label).join('; ') }))]
      : []),
    extremes(kit, figures),
    ...(missing > 0 ? [kit.say(say('Without a figure: {count}.', { count: missing }))] : []),
  ].join(' ');
}
