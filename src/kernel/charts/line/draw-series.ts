import type { Kit } from '../layout/kit.ts';
import { el, round, titleElement } from '../svg/element.ts';
import { drawFlag, drawMarkers, markerPath } from '../svg/markers.ts';
import { isTentative } from '../text/words.ts';
import { isJoined, lineRuns } from './line-runs.ts';
import type { PlotArea } from './plot-axes.ts';
import type { TimedPoint, TimedSeries } from './read-series.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { ValueScale } from '../scale/value-scale.ts';

export interface SeriesStyle {
  readonly colour: string;
  readonly shape: number;
  readonly width: number;
  /** Markers at every figure, or only where one is needed: at ends, lone and tentative figures. */
  readonly markers: 'all' | 'needed';
  readonly titles: boolean;
  /** Small drawings have finer dashes, dots for flags, and no marker on tentative figures that the dashes show already. */
  readonly small: boolean;
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
  const tall = style.small ? 3 : 5;
  const cut = breaks
    .map(({ x, y }) => `M${round(x - tall)},${round(y + tall)}l4,${-2 * tall}m2,${2 * tall}l4,${-2 * tall}`)
    .join('');
  return el(
    'g',
    { 'data-series': series.label },
    solid === '' ? '' : el('path', { d: solid, ...stroke }),
    dashed === '' ? '' : el('path', { d: dashed, ...stroke, 'stroke-dasharray': style.small ? '3 2.5' : '5 4' }),
    cut === '' ? '' : el('path', { d: cut, fill: 'none', stroke: style.colour, 'stroke-width': 1.5 }),
    ...drawPoints(kit, series, style, time.every, place),
  );
}

/** Markers, and above them the flags. */
function drawPoints(
  kit: Kit,
  series: TimedSeries,
  style: SeriesStyle,
  every: number,
  place: (point: TimedPoint, y: number) => { readonly x: number; readonly y: number },
): readonly string[] {
  const { points, label } = series;
  const lastFigure = points.findLastIndex(({ y }) => y !== null);
  const radius = style.small ? 1.8 : kit.compact ? 2.6 : 3.1;
  const full: string[] = [];
  const open: string[] = [];
  const flags: string[] = [];
  for (const [index, point] of points.entries()) {
    if (point.y === null) continue;
    const at = place(point, point.y);
    const title = style.titles || point.note !== undefined ? titleElement(pointTitle(kit, label, point)) : '';
    const hollow = isTentative(point.status);
    const lone = !isJoined(points[index - 1], point, every) && !isJoined(point, points[index + 1], every);
    if (
      style.markers === 'all' ||
      index === lastFigure ||
      lone ||
      (!style.small && (hollow || point.note !== undefined))
    ) {
      const marker = el('path', { d: markerPath(style.shape, at.x, at.y, radius) }, title);
      (hollow ? open : full).push(marker);
    }
    if (point.finding === undefined) continue;
    const said = titleElement(pointTitle(kit, label, point));
    flags.push(
      style.small
        ? el('circle', { cx: at.x, cy: at.y, r: 2.4, fill: kit.paint('flag') }, said)
        : drawFlag(at.x, at.y - 3, kit.paint('flag'), said),
    );
  }
  const paper = kit.paint('paper');
  return [drawMarkers(full, style.colour, paper, false), drawMarkers(open, style.colour, paper, true), ...flags];
}
