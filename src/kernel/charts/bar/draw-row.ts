import { say } from '#kernel/i18n/index.ts';
import type { ChartPoint, ChartSeries } from '../input.ts';
import type { Kit } from '../layout/kit.ts';
import { el, round, titleElement } from '../svg/element.ts';
import { drawFlag } from '../svg/markers.ts';
import { patternFill } from '../svg/patterns.ts';
import { seriesColour } from '../svg/series-colour.ts';
import { writeText } from '../svg/write-text.ts';
import { isTentative } from '../text/words.ts';
import type { BarArea } from './bar-axis.ts';
import type { Category } from './read-categories.ts';

export const barThickness = 16;

/** What a bar says when pointed at. */
function barTitle(kit: Kit, category: string, series: string | undefined, point: ChartPoint): string {
  const status = kit.status(point.status);
  const name = series === undefined ? category : `${category}, ${series}`;
  const figure = point.y === null ? '' : `: ${kit.measure(point.y)}`;
  return [`${name}${figure}${status === undefined ? '' : ` (${status})`}`, point.note, point.finding]
    .filter((part) => part !== undefined)
    .join('. ');
}

function drawBar(
  kit: Kit,
  area: BarArea,
  from: number,
  to: number,
  top: number,
  series: number,
  point: ChartPoint,
  title: string,
): string {
  const a = area.place(from);
  const b = area.place(to);
  const colour = seriesColour(kit, series);
  const tentative = isTentative(point.status);
  const box = {
    x: Math.min(a, b),
    y: top,
    width: Math.max(Math.abs(b - a), to === from ? 0 : 0.5),
    height: barThickness,
  };
  const look = tentative
    ? { fill: kit.paint('paper'), stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }
    : { fill: patternFill(kit.id, series, colour) };
  return el('rect', { ...box, ...look }, titleElement(title));
}

/** Text just beyond a bar's end, on the side to which it grows. */
function beyond(
  kit: Kit,
  area: BarArea,
  end: number,
  value: number,
  top: number,
  text: string,
  muted: boolean,
): string {
  const rightwards = value < 0 === kit.rightToLeft;
  const x = area.place(end) + (rightwards ? 5 : -5);
  return writeText(
    kit,
    {
      x,
      y: top + barThickness / 2 + 4,
      size: 11,
      edge: rightwards ? 'left' : 'right',
      colour: muted ? 'muted' : 'ink',
    },
    text,
  );
}

function flag(kit: Kit, area: BarArea, at: number, top: number, title: string): string {
  return drawFlag(area.place(at) + (kit.rightToLeft ? -2 : 2), top + 11, kit.paint('flag'), titleElement(title));
}

/** The bars of one category under one another, each with its figure; "no data" stands where a figure is missing. */
export function drawGroupedRow(
  kit: Kit,
  area: BarArea,
  series: readonly ChartSeries[],
  category: Category,
  top: number,
): string {
  return series
    .map(({ label }, index) => {
      const barTop = top + index * (barThickness + 1);
      const point = category.points[index];
      if (point === undefined || point.y === null) {
        return beyond(kit, area, 0, 1, barTop, kit.status(point?.status ?? 'missing') ?? kit.say(say('no data')), true);
      }
      const title = barTitle(kit, category.label, series.length > 1 ? label : undefined, point);
      const flagged = point.finding === undefined ? '' : flag(kit, area, point.y, barTop, title);
      const text = beyond(
        kit,
        area,
        point.y,
        point.y,
        barTop,
        `${flagged === '' ? '' : '\u2003'}${kit.figure(point.y)}`,
        false,
      );
      return drawBar(kit, area, 0, point.y, barTop, index, point, title) + text + flagged;
    })
    .join('');
}

/** The parts of one category end to end, negative ones to the other side, with the total; a total that lacks a part is marked with an asterisk. */
export function drawStackedRow(
  kit: Kit,
  area: BarArea,
  series: readonly ChartSeries[],
  category: Category,
  top: number,
): string {
  let above = 0;
  let below = 0;
  let flags = '';
  const bars = series.map(({ label }, index) => {
    const point = category.points[index];
    if (point === undefined || point.y === null) return '';
    const from = point.y < 0 ? below : above;
    const to = from + point.y;
    if (point.y < 0) below = to;
    else above = to;
    const title = barTitle(kit, category.label, label, point);
    if (point.finding !== undefined) flags += flag(kit, area, (from + to) / 2, top, title);
    // A thin line of paper between the parts, which are too close to tell apart by colour alone.
    const seam = `M${round(area.place(to))},${round(top)}v${barThickness}`;
    return (
      drawBar(kit, area, from, to, top, index, point, title) +
      el('path', { d: seam, stroke: kit.paint('paper'), 'stroke-width': 1.5 })
    );
  });
  const none = category.points.every((point) => point === undefined || point.y === null);
  const text = none ? kit.say(say('no data')) : `${kit.figure(category.total)}${category.complete ? '' : ' *'}`;
  return bars.join('') + beyond(kit, area, above, 1, top, text, none) + flags;
}
