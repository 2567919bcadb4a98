import { Hono } from 'hono';
import { areaName, findArea } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import { pagesOf, splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { isDemonstration } from '../model/demonstration.ts';
import { indicatorOfAreaView } from './indicator-of-area-view.ts';
import { indicatorView } from './indicator-view.ts';
import type { Indicators, IndicatorTable } from './open-indicators.ts';
import type { indicatorPages } from './pages.ts';
import type { IndicatorCard } from './pages/indicator-list.tsx';

const page = pagesOf<typeof indicatorPages>();
const list = { label: say('Indicators'), path: '/indicators' };

/** Pages of the indicators; mounted under the language. */
export function indicatorPageRoutes(indicators: Indicators): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/indicators', async (c) => {
      const cards = await Promise.all(indicators.all.map(({ id }) => cardOf(indicators, id, c.get('actor'))));
      return page(
        c,
        'statistics/indicators',
        { indicators: cards },
        {
          title: say('Indicators'),
          description: say('Measures calculated from released data.'),
          breadcrumbs: [{ label: list.label }],
        },
      );
    })
    .get('/indicators/:id', async (c) => {
      const table = await indicators.table(c.req.param('id'), c.get('actor'));
      const { language } = splitLanguage(new URL(c.req.url).pathname);
      const chosen = (c.req.queries('place') ?? []).filter((place) => findArea(place) !== undefined);
      const places = chosen.includes('WORLD') ? chosen : ['WORLD', ...chosen];
      const view = indicatorView(table, language, { period: c.req.query('period'), places });
      const { title, description } = table.indicator;
      return page(c, 'statistics/indicator', view, {
        title,
        description,
        layout: 'wide',
        breadcrumbs: [list, { label: title }],
      });
    })
    .get('/indicators/:id/:area', async (c) => {
      const table = await indicators.table(c.req.param('id'), c.get('actor'));
      const { language } = splitLanguage(new URL(c.req.url).pathname);
      const area = c.req.param('area');
      if (findArea(area) === undefined)
        throw new Problem('not-found', say('There is no country or area with the code “{area}”.', { area }));
      const view = indicatorOfAreaView(table, area, language, c.req.query('period'));
      const place = areaName(area, language);
      const title = say('{title}: {place}', { title: translate(language, table.indicator.title), place });
      const own = { label: table.indicator.title, path: `/indicators/${encodeURIComponent(table.indicator.id)}` };
      return page(c, 'statistics/indicator-of-area', view, { title, breadcrumbs: [list, own, { label: place }] });
    });
}

async function cardOf(indicators: Indicators, id: string, actor: Actor): Promise<IndicatorCard> {
  const table = await indicators.table(id, actor);
  const { title, description, framework, unit, decimals } = table.indicator;
  const world = latestOfWorld(table);
  return {
    id,
    title,
    description,
    ...(framework !== undefined && { framework }),
    unit,
    decimals,
    ...(world !== undefined && { world }),
    countries: new Set(table.areas.filter(({ outcome }) => outcome.ok).map(({ area }) => area)).size,
    demonstration: table.releases.some(({ flow }) => isDemonstration(flow)),
  };
}

function latestOfWorld(table: IndicatorTable): { value: number; period: string } | undefined {
  const latest = table.groups.filter(({ group, value }) => group === 'WORLD' && value !== undefined).at(-1);
  return latest?.value === undefined ? undefined : { value: latest.value, period: latest.period };
}
