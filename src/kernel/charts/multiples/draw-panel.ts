import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';
import { drawSeries } from '../line/draw-series.ts';
import { drawValueAxis, valueAxisRoom, type PlotArea } from '../line/plot-axes.ts';
import type { TimedSeries } from '../line/read-series.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { ValueScale } from '../scale/value-scale.ts';
import { el } from '../svg/element.ts';
import { seriesColour } from '../svg/series-colour.ts';
import { writeText } from '../svg/write-text.ts';
import { fitText, textWidth } from '../text/text-width.ts';

/** One panel: name and latest figure above, a small line, the first and last period below. */
export function drawPanel(kit: Kit, series: TimedSeries, time: TimeScale, value: ValueScale, box: PlotArea): string {
  const last = series.points.findLast(({ y }) => y !== null);
  const figure = last === undefined || last.y === null ? kit.say(say('no data')) : kit.figure(last.y);
  const figureRoom = textWidth(figure, 12) + 10;
  const start = kit.rightToLeft ? ({ x: box.right, edge: 'right' } as const) : ({ x: box.left, edge: 'left' } as const);
  const end = kit.rightToLeft ? ({ x: box.left, edge: 'left' } as const) : ({ x: box.right, edge: 'right' } as const);
  const name = fitText(series.label, 12.5, box.right - box.left - figureRoom);
  const area: PlotArea = {
    left: box.left + valueAxisRoom(kit, value),
    right: box.right - 6,
    top: box.top + 26,
    bottom: box.bottom - 16,
  };
  const style = {
    colour: seriesColour(kit, 0),
    shape: 0,
    width: 1.8,
    markers: 'needed',
    titles: false,
    small: true,
  } as const;
  const ends = time.ticks(2);
  const marks = [ends[0], ends.length > 1 ? ends.at(-1) : undefined].flatMap((tick) =>
    tick === undefined
      ? []
      : writeText(
          kit,
          {
            x: area.left + time.share(tick.at) * (area.right - area.left),
            y: box.bottom - 3,
            size: 10,
            edge: 'middle',
            colour: 'muted',
          },
          tick.label,
        ),
  );
  return el(
    'g',
    {},
    writeText(kit, { ...start, y: box.top + 12, size: 12, bold: true }, name, series.label),
    writeText(kit, { ...end, y: box.top + 12, size: 12, colour: last === undefined ? 'muted' : 'ink' }, figure),
    drawValueAxis(kit, value, area),
    drawSeries(kit, series, style, time, value, area),
    ...marks,
  );
}
