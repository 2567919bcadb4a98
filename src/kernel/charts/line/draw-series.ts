import type { Kit } from '../layout/kit.ts';
import { el, round, titleElement } from '../svg/element.ts';
import { drawFlag, drawMarker } from '../svg/markers.ts';
import { isTentative } from '../text/words.ts';
import { lineRuns } from './line-runs.ts';
import type { PlotArea } from './plot-axes.ts';
import type { TimedPoint, TimedSeries } from './read-series.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { ValueScale } from '../scale/value-scale.ts';

export interface SeriesStyle {
  readonly colour: string;
  readonly shape: number;
  readonly width: number;
  readonly markers: 'all' | 'needed';
  readonly titles: boolean;
}

/** What a figure says when pointed at: name, period, figure, status, note, finding. */
export function pointTitle(kit: Kit, label: string, point: TimedPoint): string {
  const status = kit.status(point.status);
  const figure = point.y === null ? '' : `: ${kit.measure(point.y)}`;
  return [
    `${label}, ${point.period.label}${figure}${status === undefined ? '' : ` (${status})`}`,
    point.note,
    point.finding,
  ]
    .filter((part) => part !== undefined)
    .join('. ');
}

/** One series: its line in solid, dashed and open stretches, its markers, breaks and flags. */
export function drawSeries(
  kit: Kit,
  series: TimedSeries,
  style: SeriesStyle,
  time: TimeScale,
  value: ValueScale,
  area: PlotArea,
): string {
  const place = (point: TimedPoint, y: number): { x: number; y: number } => ({
    x: area.left + time.share(point.period.at) * (area.right - area.left),
    y: area.bottom - value.share(y) * (area.bottom - area.top),
  });
  const { solid, dashed, breaks } = lineRuns(series.points, time.every, place);
  const stroke = {
    fill: 'none',
    stroke: style.colour,
    'stroke-width': style.width,
    'stroke-linejoin': 'round',
  } as const;
  const paper = kit.paint('paper');
  const cut = breaks
    .map(({ x, y }) => `M${round(x - 5)},${round(y + 5)}l4,-10M${round(x + 1)},${round(y + 5)}l4,-10`)
    .join('');
  let marks = '';
  let flags = '';
  for (const [index, point] of series.points.entries()) {
    if (point.y === null) continue;
    const at = place(point, point.y);
    const alone = joined(series.points, index, time.every) === 0;
    const tentative = isTentative(point.status);
    const last = index === series.points.length - 1;
    const title = style.titles || point.note !== undefined ? titleElement(pointTitle(kit, series.label, point)) : '';
    if (style.markers === 'all' || alone || tentative || last || point.note !== undefined) {
      const radius = style.width < 2 ? 1.8 : kit.compact ? 2.6 : 3.1;
      marks += drawMarker(style.shape, { ...at, radius, colour: style.colour, hollow: tentative, paper }, title);
    }
    if (point.finding !== undefined)
      flags += drawFlag(at.x, at.y - 3, kit.paint('flag'), titleElement(pointTitle(kit, series.label, point)));
  }
  return el(
    'g',
    { 'data-series': series.label },
    solid === '' ? '' : el('path', { d: solid, ...stroke }),
    dashed === '' ? '' : el('path', { d: dashed, ...stroke, 'stroke-dasharray': '5 4' }),
    cut === '' ? '' : el('path', { d: cut, fill: 'none', stroke: style.colour, 'stroke-width': 1.5 }),
    marks,
    flags,
  );
}

/** How many neighbours a figure is joined to. */
function joined(points: readonly TimedPoint[], index: number, every: number): number {
  const here = points[index];
  if (here === undefined) return 0;
  const near = (a: TimedPoint | undefined, b: TimedPoint | undefined): number =>
    a === undefined ||
    b === undefined ||
    a.y === null ||
    b.y === null ||
    b.status === 'break' ||
    b.period.at - a.period.at > every * 1.02
      ? 0
      : 1;
  return near(points[index - 1], here) + near(here, points[index + 1]);
}
