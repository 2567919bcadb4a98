import { say } from '#kernel/i18n/index.ts';
import type { ChartFrame, ChartSeries, Drawing } from '../input.ts';
import { checkInput } from '../check-input.ts';
import { drawFrame } from '../layout/draw-frame.ts';
import { makeKit } from '../layout/kit.ts';
import { drawSeries } from '../line/draw-series.ts';
import { allPeriods, readSeries } from '../line/read-series.ts';
import { summarizeLine } from '../line/summarize-line.ts';
import { timeScale } from '../scale/time-scale.ts';
import { valueScale } from '../scale/value-scale.ts';
import { seriesColour } from '../svg/series-colour.ts';
import { seriesTable } from '../table/series-table.ts';
import { decimalsFor } from '../text/number-format.ts';

export interface Sparkline extends Omit<ChartFrame, 'size' | 'bare'> {
  readonly series: ChartSeries;
  readonly every?: number;
  /** Pixels; 120 by 28 when absent. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Draws one series as a line the size of a word, for a cell of a table: no axes, gaps kept, the latest figure dotted. Refuses what drawLine refuses. */
export function drawSparkline(chart: Sparkline): Drawing {
  const size = chart.size ?? { width: 120, height: 28 };
  const frame: ChartFrame = { ...chart, size, bare: true };
  checkInput(frame, [chart.series]);
  const series = readSeries(chart.title, [chart.series]);
  const values = chart.series.points.flatMap(({ y }) => (y === null ? [] : [y]));
  const kit = makeKit(frame, chart.decimals ?? decimalsFor(values), chart.series);
  const altText = summarizeLine(kit, series, '').trim();
  const value = valueScale(values, 2, 'when-near');
  const time = timeScale(series, chart.every);
  const area = { left: 5, right: size.width - 5, top: 4, bottom: size.height - 4 };
  const style = {
    colour: seriesColour(kit, 0),
    shape: 0,
    width: 1.5,
    markers: 'needed',
    titles: false,
    small: true,
  } as const;
  const framed = drawFrame(kit, frame, { altText, tight: true }, () => ({
    svg: series.map((each) => drawSeries(kit, each, style, time, value, area)).join(''),
    height: size.height,
  }));
  const table = seriesTable(kit, frame, [chart.series], {
    kind: 'period',
    label: kit.say(say('Period')),
    order: allPeriods(series),
  });
  return { ...framed, table, altText };
}
