import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { findArea, findGroup } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import type { Indicator } from '../../indicators/define-indicator.ts';
import { inWords } from '../../indicators/formula.ts';
import { metadataSections } from '../../indicators/metadata.ts';
import type { IndicatorTable } from '../../indicators/open-indicators.ts';
import { flowName } from '../../model/structure.ts';
import type { WorkDeps } from '../deps.ts';
import { sendCsv } from '../routes/download.ts';
import { answer, refusals } from './answers.ts';
import { asFigure, figure, type Figure } from './indicator-figure.ts';

const about = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    unit: z.string(),
    decimals: z.int(),
    formula: z.string(),
    framework: z.string().optional(),
    themes: z.array(z.string()),
  })
  .openapi('StatisticsIndicator');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/indicators',
  summary: 'The indicators',
  responses: { 200: answer('Every indicator.', z.object({ indicators: z.array(about) })), ...refusals },
});

const id = z.string().regex(/^[\w.-]{1,100}$/);

const tableRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/indicators/{id}',
  summary: 'An indicator for every place and period',
  request: {
    params: z.object({ id }),
    query: z.strictObject({ format: z.enum(['json', 'csv']).default('json') }),
  },
  responses: {
    200: {
      description: 'Figures of countries, regions and the world, calculated from the releases that are named.',
      content: {
        'application/json': {
          schema: z.object({
            indicator: about,
            metadata: z
              .array(z.object({ section: z.string(), text: z.string() }))
              .openapi({ description: 'In the custodian’s layout, sections 0.a to 7.' }),
            releases: z.array(z.object({ flow: z.string(), release: z.int(), sha256: z.string() })),
            figures: z.array(figure),
          }),
        },
        'text/csv': { schema: z.string() },
      },
    },
    ...refusals,
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/indicators/{id}/{area}/{period}',
  summary: 'An indicator for one place and period, with the figures behind it',
  request: {
    params: z.object({
      id,
      area: z.string().regex(/^[A-Za-z0-9_-]{1,20}$/),
      period: z.string().regex(/^[0-9A-Z-]{4,12}$/),
    }),
  },
  responses: { 200: answer('The figure, or why there is none.', figure), ...refusals },
});

/** Indicators over the API. */
export function indicatorsApi({ indicators }: WorkDeps): OpenAPIHono<HttpEnv> {
  return openApiApp()
    .openapi(listRoute, (c) => c.json({ indicators: indicators.all.map(describe) }, 200))
    .openapi(tableRoute, async (c) => {
      const table = await indicators.table(c.req.valid('param').id, c.get('actor'));
      const figures = figuresOf(table);
      if (c.req.valid('query').format === 'csv')
        return sendCsv(rowsOf(table, figures), `mandata-${table.indicator.id}.csv`);
      const releases = table.releases.map(({ flow, release, sha256 }) => ({ flow: flowName(flow), release, sha256 }));
      const metadata = metadataSections(table.indicator).map(({ section, text }) => ({
        section,
        text: translate('en', text),
      }));
      return c.json({ indicator: describe(table.indicator), metadata, releases, figures }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const { id: wanted, area, period } = c.req.valid('param');
      const place = findArea(area)?.id ?? findGroup(area)?.id;
      if (place === undefined)
        throw new Problem('not-found', say('There is no country or area with the code “{area}”.', { area }));
      const found = await indicators.at(wanted, place, period, c.get('actor'));
      const unit = translate('en', indicators.find(wanted)?.unit ?? '');
      return c.json(asFigure(wanted, unit, found), 200);
    });
}

function describe(indicator: Indicator): z.infer<typeof about> {
  const { id: own, title, description, unit, decimals, formula, framework, themes } = indicator;
  return {
    id: own,
    title: translate('en', title),
    description: translate('en', description),
    unit: translate('en', unit),
    decimals,
    formula: inWords(formula),
    ...(framework !== undefined && { framework: translate('en', framework) }),
    themes: [...themes],
  };
}

function figuresOf({ indicator, areas, groups }: IndicatorTable): Figure[] {
  const unit = translate('en', indicator.unit);
  return [...groups, ...areas].map((each) => asFigure(indicator.id, unit, each));
}

/** Every figure with its place in the record: the releases that it was calculated from. */
function* rowsOf(table: IndicatorTable, figures: readonly Figure[]) {
  const releases = table.releases.map(({ flow, release }) => `${flowName(flow)} release ${release}`).join('; ');
  yield [
    'indicator',
    'area',
    'period',
    'value',
    'unit',
    'status',
    'reason',
    'countries covered',
    'countries',
    'releases',
  ];
  for (const { id: own, area, period, value, unit, status, reason, coverage } of figures) {
    yield [own, area, period, value, unit, status, reason, coverage?.countries, coverage?.of, releases];
  }
}
