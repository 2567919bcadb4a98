import { areaName } from '#reference/index.ts';
import { drawLine } from '#kernel/charts/index.ts';
import { translatorOf, type Language } from '#kernel/i18n/index.ts';
import type { UsedFigure } from './evaluate.ts';
import { inWords } from './formula.ts';
import { plainTable } from './indicator-view.ts';
import type { IndicatorTable } from './open-indicators.ts';
import type { IndicatorOfAreaProps, InputLink } from './pages/indicator-of-area.tsx';
import { refusalWords } from './words.ts';

/** Everything that the page of one indicator for one country shows. */
export function indicatorOfAreaView(
  table: IndicatorTable,
  area: string,
  language: Language,
  marked: string | undefined,
): IndicatorOfAreaProps {
  const t = translatorOf(language);
  const { indicator } = table;
  const figures = table.areas.filter((figure) => figure.area === area);
  const name = areaName(area, language);
  const points = figures.map(({ period, outcome }) => ({ x: period, y: outcome.ok ? outcome.value : null }));
  const chart = drawLine({
    title: name,
    unit: t(indicator.unit),
    decimals: indicator.decimals,
    language,
    bare: true,
    translate: t,
    series: points.length === 0 ? [] : [{ label: name, points }],
  });
  return {
    id: indicator.id,
    area,
    name,
    title: indicator.title,
    unit: indicator.unit,
    decimals: indicator.decimals,
    formula: inWords(indicator.formula, t),
    chart: { svg: chart.svg, table: plainTable(chart.table) },
    years: figures.toReversed().map(({ period, outcome }) => ({
      period,
      ...(outcome.ok ? { value: outcome.value } : { reason: refusalWords(outcome.refusal, t) }),
      inputs: outcome.inputs.map((input) => inputLink(input, language)),
    })),
    ...(marked !== undefined && { marked }),
    releases: table.releases.map(({ flow, release, releasedAt }) => ({
      flow: `${flow.agency}:${flow.id}`,
      name: flow.name,
      release,
      date: releasedAt.toISOString(),
    })),
  };
}

function inputLink(input: UsedFigure, language: Language): InputLink {
  const words = translatorOf(language)({ id: input.words });
  return { words, place: areaName(input.area, language), value: input.value, path: walkBackPath(input) };
}

/** Address, without language, of the page that leads a published figure back to its row. */
export function walkBackPath({ flow, release, codes, area, period }: UsedFigure): string {
  const query = new URLSearchParams({
    ...Object.fromEntries(Object.entries(codes).filter(([dimension]) => !dimension.startsWith('_'))),
    REF_AREA: area,
    TIME_PERIOD: period,
  });
  return `/data/${flow}/releases/${release}/observation?${query.toString()}`;
}
