import { areaName } from '#reference/index.ts';
import { drawLine } from '#kernel/charts/index.ts';
import { formatsOf, say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import type { PlaceBlock, PlaceStat, ReadPlacePart } from '#kernel/places/index.ts';
import { isDemonstration } from '../model/demonstration.ts';
import { plainTable } from './indicator-view.ts';
import type { Indicators, IndicatorTable } from './open-indicators.ts';

interface Point {
  readonly period: string;
  readonly value: number;
  readonly imputed: boolean;
}

/** The statistics of a country, a region or the world: the latest of every indicator, and its course. */
export function indicatorsPart(indicators: Indicators): ReadPlacePart {
  return async ({ area, language, actor }) => {
    const tables = await Promise.all(indicators.all.map(({ id }) => indicators.table(id, actor)));
    const all = tables
      .map((table) => ({ table, points: pointsOf(table, area) }))
      .filter(({ points }) => points.length > 0);
    // Invented figures never stand beside real ones: they are shown only where there are no others.
    const real = all.filter(({ table }) => !isInvented(table));
    const known = real.length > 0 ? real : all;
    if (known.length === 0) return undefined;
    return {
      id: 'statistics',
      title: say('Statistics'),
      lead: say('Calculated from released data; every figure leads to the rows that were reported.'),
      order: 10,
      blocks: [
        { kind: 'stats', items: known.map(({ table, points }) => statOf(table, area, points, language)) },
        ...known
          .filter(({ points }) => points.length > 2)
          .map(({ table, points }) => chartOf(table, area, points, language)),
      ],
    };
  };
}

const isInvented = ({ releases }: IndicatorTable): boolean => releases.some(({ flow }) => isDemonstration(flow));

function pointsOf(table: IndicatorTable, area: string): Point[] {
  const own = table.areas.flatMap((figure) =>
    figure.area === area && figure.outcome.ok
      ? [{ period: figure.period, value: figure.outcome.value, imputed: false }]
      : [],
  );
  const grouped = table.groups.flatMap(({ group, period, value, coverage }) =>
    group === area && value !== undefined ? [{ period, value, imputed: coverage.imputed > 0 }] : [],
  );
  return [...own, ...grouped];
}

function statOf(table: IndicatorTable, area: string, points: readonly Point[], language: Language): PlaceStat {
  const { indicator } = table;
  const latest = points.at(-1) ?? { period: '', value: 0 };
  const { decimals } = indicator;
  return {
    label: indicator.title,
    value: formatsOf(language).number(latest.value, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
    unit: indicator.unit,
    note: say('{period}', { period: latest.period }),
    path: `/indicators/${encodeURIComponent(indicator.id)}/${area}`,
    demonstration: isInvented(table),
  };
}

function chartOf(table: IndicatorTable, area: string, points: readonly Point[], language: Language): PlaceBlock {
  const { indicator, releases } = table;
  const t = translatorOf(language);
  const name = areaName(area, language);
  const drawing = drawLine({
    title: t(indicator.title),
    unit: t(indicator.unit),
    decimals: indicator.decimals,
    language,
    bare: true,
    size: 'embed',
    translate: t,
    id: `place-${indicator.id.replaceAll(/\W/g, '-')}`,
    series: [
      {
        label: name,
        points: points.map(({ period, value, imputed }) => ({
          x: period,
          y: value,
          ...(imputed && { status: 'imputed' as const }),
        })),
      },
    ],
  });
  return {
    kind: 'chart',
    title: indicator.title,
    unit: indicator.unit,
    svg: drawing.svg,
    table: plainTable(drawing.table),
    source: releases.map(({ flow, release }) => ({
      label: say('{name}, release {release}', { name: t(flow.name), release }),
      path: `/data/${flow.agency}:${flow.id}/releases/${release}`,
    })),
    path: `/indicators/${encodeURIComponent(indicator.id)}/${area}`,
  };
}
