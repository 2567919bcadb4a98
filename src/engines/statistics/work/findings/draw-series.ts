import { drawLine, type ChartPoint } from '#kernel/charts/index.ts';
import { say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import { plainTable } from '../../indicators/indicator-view.ts';
import type { PlainTableData } from '#kernel/ui/browser.ts';
import type { FindingInFull } from './get-finding.ts';
import type { SeriesPoint } from './read-series.ts';

export interface DrawnSeries {
  readonly wide: string;
  readonly narrow: string;
  readonly table: PlainTableData;
}

/** The series of a finding as a line, each figure that something was found about flagged; undefined where there is none. */
export function drawSeries(
  { finding, series, besides }: Pick<FindingInFull, 'finding' | 'series' | 'besides'>,
  title: string,
  language: Language,
): DrawnSeries | undefined {
  if (series.length === 0) return undefined;
  const t = translatorOf(language);
  const flagOf = (point: SeriesPoint): { finding?: string } => {
    if (point.row === finding.source_row) return { finding: t(finding.said) };
    const other = besides.get(point.row);
    return other === undefined ? {} : { finding: other };
  };
  // A figure that is given twice cannot be two points of one line: the second goes into a line of its own.
  const lines: ChartPoint[][] = [];
  for (const [period, points] of Map.groupBy(series, (point) => point.period)) {
    for (const [place, point] of points.entries()) {
      const status = point.value === null ? (point.status === 'Q' ? 'suppressed' : 'missing') : 'normal';
      (lines[place] ??= []).push({ x: period, y: point.value, status, ...flagOf(point) });
    }
  }
  const labels = [
    t(say('as given')),
    ...lines.slice(1).map((_, place) => t(say('given again ({place})', { place: place + 2 }))),
  ];
  const draw = (size: 'wide' | 'phone') =>
    drawLine({
      title,
      language,
      size,
      bare: true,
      translate: t,
      id: `finding-${size}`,
      series: lines.map((points, place) => ({ label: labels[place] ?? '', points })),
    });
  const wide = draw('wide');
  return { wide: wide.svg, narrow: draw('phone').svg, table: plainTable(wide.table) };
}
