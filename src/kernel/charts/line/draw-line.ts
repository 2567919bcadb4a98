import { say } from '#kernel/i18n/index.ts';
import type { ChartFrame, ChartSeries, Drawing } from '../input.ts';
import { checkInput } from '../check-input.ts';
import { drawFrame } from '../layout/draw-frame.ts';
import { drawKey } from '../layout/key.ts';
import { makeKit, type Kit } from '../layout/kit.ts';
import { timeScale } from '../scale/time-scale.ts';
import { valueScale } from '../scale/value-scale.ts';
import { seriesColour } from '../svg/series-colour.ts';
import { seriesTable } from '../table/series-table.ts';
import { decimalsFor } from '../text/number-format.ts';
import { drawSeries } from './draw-series.ts';
import { drawEndLabels, endLabelRoom, type EndLabel } from './end-labels.ts';
import { drawTimeAxis, drawValueAxis, valueAxisRoom, type PlotArea } from './plot-axes.ts';
import { drawEmpty } from '../layout/draw-empty.ts';
import { allPeriods, readSeries, type TimedSeries } from './read-series.ts';
import { statusKey } from './status-key.ts';
import { summarizeLine } from './summarize-line.ts';

export interface LineChart extends ChartFrame {
  readonly series: readonly ChartSeries[];
  /** Labels of the series to put forward when there are many; the others recede into grey. The first eight when absent. */
  readonly emphasis?: readonly string[];
  /** Years between two neighbouring figures where the series is not asked every period (5 for a five-yearly survey). */
  readonly every?: number;
}

const mostLabelled = 8;

/**
 * Draws figures over time, one line a series, named at its end. Years without a figure stay gaps; tentative figures are dashed
 * and hollow; breaks and findings are marked. Periods given twice or unreadable and figures that are no numbers are Problems.
 */
export function drawLine(chart: LineChart): Drawing {
  checkInput(chart, chart.series);
  const series = readSeries(chart.title, chart.series);
  const values = series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])));
  const kit = makeKit(chart, chart.decimals ?? decimalsFor(values), chart.series);
  const value = valueScale(values, kit.compact ? 4 : 5, 'when-near');
  const forward = new Set(chart.emphasis ?? series.slice(0, mostLabelled).map(({ label }) => label));
  const opening = kit.say(say('Line chart, number of series: {count}.', { count: series.length }));
  const altText = summarizeLine(kit, series, opening);
  const ownNotes = [
    ...(value.startsAtZero
      ? []
      : [
          kit.say(say('The vertical axis starts at {value}, not at zero.', { value: kit.tick(value.low, value.step) })),
        ]),
    ...(forward.size < series.length
      ? [
          kit.say(
            say('Named: {named} of {all} series. The others are in grey; the table has them all.', {
              named: forward.size,
              all: series.length,
            }),
          ),
        ]
      : []),
  ];
  const framed = drawFrame(kit, chart, { altText, ownNotes: values.length === 0 ? [] : ownNotes }, (room) => {
    if (values.length === 0) return drawEmpty(kit, room);
    const time = timeScale(series, chart.every);
    const texts = labelTexts(kit, series, forward);
    const labelRoom = endLabelRoom(
      kit,
      texts.map(({ text }) => text),
      kit.compact ? 0.36 : 0.3,
    );
    const key = statusKey(kit, chart.series, 'marker');
    const keyHeight = drawKey(kit, key, room.left, room.right, 0).height;
    const area: PlotArea = {
      left: room.left + valueAxisRoom(kit, value),
      right: room.right - Math.max(labelRoom, 14),
      top: room.top + 6,
      bottom: room.top + Math.max(90, room.height - keyHeight - 26),
    };
    const periods = time.every > 0 ? (time.last - time.first) / time.every : 0;
    const roomy = (area.right - area.left) / Math.max(1, periods) >= (series.length > 4 ? 16 : 9);
    const parts = series.map((each) => {
      const rank = [...forward].indexOf(each.label);
      const named = rank >= 0 && rank < mostLabelled;
      const style = {
        colour: named ? seriesColour(kit, rank) : kit.paint('axis'),
        shape: Math.max(0, rank),
        width: named ? 2.25 : 1,
        markers: named && roomy ? ('all' as const) : ('needed' as const),
        titles: values.length <= 600,
        small: false,
      };
      return { named, svg: drawSeries(kit, each, style, time, value, area) };
    });
    const ends = texts.map(({ text, rank, series: { points } }): EndLabel => {
      const last = points.findLast(({ y }) => y !== null);
      const share = last === undefined || last.y === null ? 0 : value.share(last.y);
      const at = last === undefined ? area.right : area.left + time.share(last.period.at) * (area.right - area.left);
      return { text, colour: seriesColour(kit, rank), x: at, y: area.bottom - share * (area.bottom - area.top) };
    });
    const keyTop = area.bottom + 26;
    return {
      svg: [
        drawValueAxis(kit, value, area),
        drawTimeAxis(kit, time, area),
        ...[...parts].sort((a, b) => Number(a.named) - Number(b.named)).map(({ svg }) => svg),
        drawEndLabels(kit, ends, area.right, labelRoom, area.top, area.bottom),
        drawKey(kit, key, room.left, room.right, keyTop).svg,
      ].join(''),
      height: keyTop + keyHeight - room.top,
    };
  });
  const table = seriesTable(kit, chart, chart.series, {
    kind: 'period',
    label: kit.say(say('Period')),
    order: allPeriods(series),
  });
  return { ...framed, table, altText };
}

/** What stands at the end of each named line: its name, and its last figure where there is room. One line needs no name: the title has it. */
function labelTexts(
  kit: Kit,
  series: readonly TimedSeries[],
  forward: ReadonlySet<string>,
): readonly { text: string; rank: number; series: TimedSeries }[] {
  const order = [...forward];
  return series.flatMap((each) => {
    const rank = order.indexOf(each.label);
    const last = each.points.findLast(({ y }) => y !== null);
    if (rank < 0 || rank >= mostLabelled || last === undefined || last.y === null) return [];
    const figure = kit.figure(last.y);
    const text = series.length === 1 ? figure : kit.compact ? each.label : `${each.label}  ${figure}`;
    return [{ text, rank, series: each }];
  });
}
