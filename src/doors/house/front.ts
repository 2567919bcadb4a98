import type { Context } from 'hono';
import { areaName, factsOfMeasure, type Fact } from '#reference/index.ts';
import { drawMap } from '#kernel/charts/index.ts';
import { formatsOf, say, translatorOf, type Language } from '#kernel/i18n/index.ts';
import { splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { bestPeriod, isDemonstration, type IndicatorTable } from '#engines/statistics/index.ts';
import type { FrontEntry, FrontFigure, FrontProps } from '../web/pages/front.tsx';
import type { House } from './open-house.ts';

/** Indicator whose map stands on the front page, the real one before the demonstration's. */
const mapped = ['16.3.2', 'demo-16.3.2'];

/** What the front page shows now: figures with their source, a map, what is here, and the latest releases. */
export async function frontOf(house: House, c: Context<UiEnv>): Promise<FrontProps> {
  const { indicators, store } = house.statistics;
  const { language } = splitLanguage(new URL(c.req.url).pathname);
  const actor = c.get('actor');
  const tables = await Promise.all(
    mapped.filter((id) => indicators.find(id) !== undefined).map((id) => indicators.table(id, actor)),
  );
  const table = tables.find(({ areas }) => areas.some(({ outcome }) => outcome.ok));
  const flows = await Promise.all((await store.flows(actor)).map((flow) => store.current(flow, actor)));
  const released = flows
    .filter((each) => each !== undefined)
    .toSorted((one, other) => other.releasedAt.getTime() - one.releasedAt.getTime());
  const formats = formatsOf(language);
  const topics: FrontEntry[] = [
    {
      title: say('Data'),
      path: '/data',
      text: say('Dataflows with their releases: tables, charts, maps, files and SDMX.'),
      meta: say('{n, plural, one {# dataflow} other {# dataflows}}', { n: released.length }),
    },
    {
      title: say('Indicators'),
      path: '/indicators',
      text: say('Measures calculated from released data, with formula, coverage and metadata.'),
      meta: say('{n, plural, one {# indicator} other {# indicators}}', { n: indicators.all.length }),
    },
    {
      title: say('Countries and areas'),
      path: '/areas',
      text: say('One page for each country, region and the world, over everything that is here.'),
    },
    {
      title: say('For programs'),
      path: '/api',
      text: say('An open API, SDMX, and downloads of everything that is public.'),
    },
  ];
  return {
    figures: worldFigures(language),
    ...(table !== undefined && { map: mapOf(table, language) }),
    topics,
    releases: released.slice(0, 6).map(({ flow, release, releasedAt, observations }) => ({
      title: flow.name,
      kind: say('Release {release}', { release }),
      path: `/data/${flow.agency}:${flow.id}/releases/${release}`,
      ...(flow.description !== undefined && { text: flow.description }),
      meta: say('{date}, {n} observations', { date: formats.date(releasedAt), n: formats.number(observations) }),
      demonstration: isDemonstration(flow),
    })),
    ...(house.permissions.can(actor, 'statistics.import').allowed && { importPath: '/work/imports' }),
  };
}

/** Cited figures of the yearly reports that need no import: the first real record. */
function worldFigures(language: Language): FrontFigure[] {
  const prisoners = factsOfMeasure('prison_population')
    .filter(
      ({ areas, groups, value, year }) =>
        areas.length === 0 && groups.length === 0 && value !== undefined && year !== undefined,
    )
    .toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0));
  return prisoners.slice(0, 2).map((fact) => figureOf(fact, language));
}

function figureOf({ id, value = 0, year, document, paragraph }: Fact, language: Language): FrontFigure {
  return {
    label: say('Persons in prison in the world, {year}', { year: String(year) }),
    value: formatsOf(language).number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    note: say('{symbol}, para. {paragraph}', { symbol: document.symbol, paragraph }),
    path: `/areas/WORLD#${id}`,
  };
}

function mapOf(
  { indicator, periods, areas, releases }: IndicatorTable,
  language: Language,
): NonNullable<FrontProps['map']> {
  const t = translatorOf(language);
  const period = bestPeriod({ periods, areas });
  const title = say('{title}, {period}', { title: t(indicator.title), period });
  const drawing = drawMap({
    title: t(title),
    unit: t(indicator.unit),
    decimals: indicator.decimals,
    language,
    bare: true,
    translate: t,
    areas: areas
      .filter((figure) => figure.period === period)
      .map(({ area, outcome }) => ({
        area,
        name: areaName(area, language),
        value: outcome.ok ? outcome.value : null,
        period,
        href: `/${language}/areas/${area}`,
      })),
  });
  const [release] = releases;
  return {
    title,
    unit: indicator.unit,
    svg: drawing.svg,
    source:
      release === undefined
        ? ''
        : say('{name}, release {release}', { name: t(release.flow.name), release: release.release }),
    notes: drawing.table.notes,
    path: `/indicators/${encodeURIComponent(indicator.id)}`,
    downloads: [
      { label: 'CSV', address: `/api/v1/statistics/indicators/${encodeURIComponent(indicator.id)}?format=csv` },
    ],
    demonstration: releases.some(({ flow }) => isDemonstration(flow)),
  };
}
