import { areaName, findGroup } from '#reference/index.ts';
import { drawLine, drawMap, type ChartTable } from '#kernel/charts/index.ts';
import { say, sorted, translatorOf, type Language } from '#kernel/i18n/index.ts';
import { isDemonstration } from '../model/demonstration.ts';
import type { AggregateFigure, Coverage } from './aggregate.ts';
import type { AreaFigure } from './area-figures.ts';
import { bestPeriod } from './best-period.ts';
import { inWords } from './formula.ts';
import { metadataSections } from './metadata.ts';
import type { IndicatorTable } from './open-indicators.ts';
import type { IndicatorProps, PlaceRow } from './pages/indicator.tsx';
import { refusalWords } from './words.ts';

/** Groups whose lines and rows are shown first: the world and the regions of M49. */
const shownLevels = new Set(['world', 'm49-region', 'm49-sub-region']);

export interface IndicatorChoice {
  readonly period?: string | undefined;
  /** Places drawn as lines beside the world. */
  readonly places: readonly string[];
}

/** Everything that the page of one indicator shows, in one language. */
export function indicatorView(table: IndicatorTable, language: Language, choice: IndicatorChoice): IndicatorProps {
  const t = translatorOf(language);
  const { indicator } = table;
  const period = table.periods.includes(choice.period ?? '') ? (choice.period ?? '') : bestPeriod(table);
  const inPeriod = table.areas.filter((figure) => figure.period === period);
  const groupsInPeriod = table.groups.filter((figure) => figure.period === period && isShown(figure.group));
  const title = t(indicator.title);
  const unit = t(indicator.unit);
  const frame = { language, unit, decimals: indicator.decimals, bare: true, translate: t };
  const map = drawMap({
    ...frame,
    title: t(say('{title}, {period}', { title, period })),
    areas: inPeriod.map((figure) => ({
      area: figure.area,
      name: areaName(figure.area, language),
      value: figure.outcome.ok ? figure.outcome.value : null,
      period,
      ...(!figure.outcome.ok && { status: 'missing' as const, note: refusalWords(figure.outcome.refusal, t) }),
      href: `/${language}/indicators/${encodeURIComponent(indicator.id)}/${figure.area}`,
    })),
    classes: { method: 'quantile' },
  });
  const places = [...new Set(choice.places)].slice(0, 12);
  const line = drawLine({ ...frame, title, series: seriesOf(table, places, language) });
  return {
    id: indicator.id,
    title: indicator.title,
    description: indicator.description,
    unit: indicator.unit,
    decimals: indicator.decimals,
    ...(indicator.framework !== undefined && { framework: indicator.framework }),
    formula: inWords(indicator.formula, t),
    period,
    periods: table.periods,
    places,
    choices: sorted(
      language,
      [...new Set(table.areas.map(({ area }) => area))].map((id) => ({ id, name: areaName(id, language) })),
      (each) => each.name,
    ),
    map: { svg: map.svg, alt: map.altText, table: plainTable(map.table) },
    line: { svg: line.svg, alt: line.altText, table: plainTable(line.table) },
    rows: inPeriod
      .map((figure) => placeRow(figure, language, t))
      .toSorted((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity)),
    groups: groupsInPeriod.map((figure) => groupRow(figure, language, t)),
    others: table.others
      .filter((other) => other.period === period)
      .map((other) => ({
        place: areaName(other.area, language),
        value: other.value,
        title: indicator.otherSources[other.source]?.title ?? '',
      })),
    metadata: metadataSections(indicator),
    releases: table.releases.map(({ flow, release, releasedAt }) => ({
      flow: `${flow.agency}:${flow.id}`,
      name: flow.name,
      release,
      date: releasedAt.toISOString(),
    })),
    demonstration: table.releases.some(({ flow }) => isDemonstration(flow)),
  };
}

const isShown = (id: string): boolean => shownLevels.has(findGroup(id)?.kind ?? '');

function placeRow(
  { area, period, outcome, composedOf }: AreaFigure,
  language: Language,
  t: ReturnType<typeof translatorOf>,
): PlaceRow {
  const estimated = outcome.inputs.some(({ status }) => status !== 'A');
  return {
    id: area,
    name: areaName(area, language),
    period,
    ...(outcome.ok ? { value: outcome.value } : { reason: refusalWords(outcome.refusal, t) }),
    ...(composedOf !== undefined && {
      note: t(say('Sum of {parts}', { parts: composedOf.map((part) => areaName(part, language)).join(', ') })),
    }),
    flagged: estimated,
  };
}

function groupRow(
  figure: AggregateFigure,
  language: Language,
  t: ReturnType<typeof translatorOf>,
): PlaceRow & { coverage: Coverage } {
  return {
    id: figure.group,
    name: areaName(figure.group, language),
    period: figure.period,
    ...(figure.value !== undefined && { value: figure.value }),
    ...(figure.refusal !== undefined && { reason: refusalWords(figure.refusal, t) }),
    flagged: figure.coverage.imputed > 0,
    coverage: figure.coverage,
  };
}

function seriesOf(table: IndicatorTable, places: readonly string[], language: Language) {
  const ours = places.map((place) => ({
    label: areaName(place, language),
    points: [
      ...table.areas
        .filter(({ area }) => area === place)
        .map(({ period, outcome }) => ({ x: period, y: outcome.ok ? outcome.value : null })),
      ...table.groups
        .filter(({ group }) => group === place)
        .map(({ period, value, coverage }) => ({
          x: period,
          y: value ?? null,
          ...(coverage.imputed > 0 && { status: 'imputed' as const }),
        })),
    ],
  }));
  const t = translatorOf(language);
  const theirs = table.indicator.otherSources.map(({ title }, source) => ({
    label: t(title),
    points: table.others
      .filter((other) => other.source === source)
      .map(({ period, value }) => ({ x: period, y: value, status: 'estimated' as const })),
  }));
  return [...ours, ...(places.includes('WORLD') ? theirs : [])].filter(({ points }) =>
    points.some(({ y }) => y !== null),
  );
}

/** A chart's table as text cells, which a page can show without knowing charts. */
export function plainTable(table: ChartTable): {
  caption: string;
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
} {
  return {
    caption: table.caption,
    columns: table.columns.map(({ label, kind }) => ({ label, numeric: kind === 'number' })),
    rows: table.rows.map((row) => row.map(({ text, note }) => (text === '' ? (note ?? '…') : text))),
  };
}
