import { say } from '#kernel/i18n/index.ts';
import type { ChartFrame, ChartSeries, Drawing } from '../input.ts';
import { checkInput } from '../check-input.ts';
import { drawEmpty } from '../layout/draw-empty.ts';
import { drawFrame, type Room } from '../layout/draw-frame.ts';
import { drawKey, type Block } from '../layout/key.ts';
import { makeKit, type Kit } from '../layout/kit.ts';
import { allPeriods, readSeries, type TimedSeries } from '../line/read-series.ts';
import { statusKey } from '../line/status-key.ts';
import { summarizeLine } from '../line/summarize-line.ts';
import { timeScale } from '../scale/time-scale.ts';
import { valueScale } from '../scale/value-scale.ts';
import { seriesTable } from '../table/series-table.ts';
import { decimalsFor } from '../text/number-format.ts';
import { drawPanel } from './draw-panel.ts';

export interface SmallMultiples extends ChartFrame {
  readonly series: readonly ChartSeries[];
  /** `shared` (when absent): all panels on one scale, so that levels compare. `own`: each on its own, so that movements compare. */
  readonly scale?: 'shared' | 'own';
  readonly every?: number;
}

const panelHeight = 112;
const gap = 18;

/** Draws each series as a small line in a panel of its own, in the order given, in as many columns as fit. Refuses what drawLine refuses. */
export function drawSmallMultiples(chart: SmallMultiples): Drawing {
  checkInput(chart, chart.series);
  const series = readSeries(chart.title, chart.series);
  const values = valuesOf(series);
  const own = chart.scale === 'own';
  const kit = makeKit(chart, chart.decimals ?? decimalsFor(values), [chart.series, own]);
  const altText = summarizeLine(
    kit,
    series,
    kit.say(say('Small line charts, one for each of {count} series.', { count: series.length })),
  );
  const ownNotes = own ? [kit.say(say('Each panel has its own vertical scale: compare movements, not heights.'))] : [];
  const framed = drawFrame(kit, chart, { altText, ownNotes }, (room) =>
    values.length === 0 ? drawEmpty(kit, room) : drawPanels(kit, chart, series, room),
  );
  const table = seriesTable(kit, chart, chart.series, {
    kind: 'period',
    label: kit.say(say('Period')),
    order: allPeriods(series),
  });
  return { ...framed, table, altText };
}

function valuesOf(series: readonly TimedSeries[]): readonly number[] {
  return series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])));
}

function drawPanels(kit: Kit, chart: SmallMultiples, series: readonly TimedSeries[], room: Room): Block {
  const width = room.right - room.left;
  const columns = Math.max(1, Math.min(series.length, Math.floor((width + gap) / (kit.compact ? 150 : 200))));
  const panelWidth = (width - gap * (columns - 1)) / columns;
  const time = timeScale(series, chart.every);
  const shared = valueScale(valuesOf(series), 2, 'when-near');
  const panels = series.map((each, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    // Panels are read in the direction of the script, though time within them runs left to right.
    const place = kit.rightToLeft ? columns - 1 - column : column;
    const left = room.left + place * (panelWidth + gap);
    const top = room.top + row * (panelHeight + gap);
    const scale = chart.scale === 'own' ? valueScale(valuesOf([each]), 2, 'when-near') : shared;
    return drawPanel(kit, each, time, scale, { left, right: left + panelWidth, top, bottom: top + panelHeight });
  });
  const bottom = room.top + Math.ceil(series.length / columns) * (panelHeight + gap);
  const key = drawKey(kit, statusKey(kit, chart.series, 'small'), room.left, room.right, bottom);
  return { svg: panels.join('') + key.svg, height: bottom + key.height - room.top };
}
