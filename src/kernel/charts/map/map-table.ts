import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';
import type { ChartTable } from '../table/chart-table.ts';
import { figureCell } from '../table/series-table.ts';
import type { MapChart } from './draw-map.ts';

/** A row for each area given, in the order of the names. */
export function mapTable(kit: Kit, chart: MapChart): ChartTable {
  const collator = new Intl.Collator(kit.language);
  const periods = chart.areas.some(({ period }) => period !== undefined);
  return {
    caption: chart.subtitle === undefined ? chart.title : `${chart.title} — ${chart.subtitle}`,
    columns: [
      { id: 'code', label: kit.say(say('Code')), kind: 'text' },
      { id: 'area', label: kit.say(say('Country or area')), kind: 'text' },
      ...(periods ? [{ id: 'period', label: kit.say(say('Period')), kind: 'period' as const }] : []),
      {
        id: 'figure',
        label: chart.unit ?? kit.say(say('Figure')),
        kind: 'number',
        ...(chart.unit === undefined ? {} : { unit: chart.unit }),
        decimals: kit.decimals,
      },
    ],
    rows: [...chart.areas]
      .sort((a, b) => collator.compare(a.name, b.name))
      .map((area) => [
        { value: area.area, text: area.area },
        { value: area.name, text: area.name },
        ...(periods ? [{ value: area.period ?? null, text: area.period ?? '' }] : []),
        figureCell(kit, { y: area.value, ...area }),
      ]),
    notes: [...(chart.notes ?? []), chart.source, chart.release].filter((text) => text !== undefined),
  };
}
