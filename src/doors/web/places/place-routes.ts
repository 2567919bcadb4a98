import { Hono } from 'hono';
import {
  areaName,
  countries,
  findArea,
  findAreaByName,
  findGroup,
  groups,
  membersOf,
  nameKey,
  type Country,
} from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, sorted, type Language } from '#kernel/i18n/index.ts';
import type { ReadPlacePart } from '#kernel/places/index.ts';
import { pagesOf, splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { placeView } from './place-view.ts';
import type { placePages } from './pages.ts';
import type { PlacesProps } from './pages/places.tsx';

const page = pagesOf<typeof placePages>();
const list = { label: say('Countries and areas'), path: '/areas' };

/** Pages of countries, regions and the world. Each part is read by the engine that contributed it. */
export function placeRoutes(parts: readonly ReadPlacePart[]): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/world', (c) => c.redirect(`/${splitLanguage(new URL(c.req.url).pathname).language}/areas/WORLD`, 301))
    .get('/areas', (c) => {
      const { language } = splitLanguage(new URL(c.req.url).pathname);
      const query = c.req.query('q')?.trim() ?? '';
      const only = findArea(query.toUpperCase()) ?? findAreaByName(query);
      if (query !== '' && only?.kind === 'country') return c.redirect(`/${language}/areas/${only.id}`, 302);
      return page(
        c,
        'places/list',
        { query, regions: regionsOf(language, query) },
        { title: list.label, breadcrumbs: [{ label: list.label }] },
      );
    })
    .get('/areas/:code', async (c) => {
      const { language } = splitLanguage(new URL(c.req.url).pathname);
      const code = findArea(c.req.param('code'))?.id ?? findGroup(c.req.param('code'))?.id;
      if (code === undefined)
        throw new Problem(
          'not-found',
          say('There is no country or area with the code “{area}”.', { area: c.req.param('code') }),
        );
      const read = await Promise.all(parts.map((part) => part({ area: code, language, actor: c.get('actor') })));
      const view = placeView(
        code,
        language,
        read.filter((part) => part !== undefined),
      );
      if (view === undefined) throw new Error(`the place ${code} has no page`);
      return page(c, 'places/place', view, {
        title: view.name,
        layout: 'wide',
        breadcrumbs: [list, { label: view.name }],
      });
    });
}

function regionsOf(language: Language, query: string): PlacesProps['regions'] {
  const key = nameKey(query);
  const fits = (country: Country): boolean =>
    key === '' || [...Object.values(country.name), country.id].some((name) => nameKey(name).includes(key));
  const inRegion = new Set<string>();
  const regions = groups
    .filter(({ kind }) => kind === 'm49-sub-region')
    .map(({ id }) => {
      const members = membersOf(id);
      for (const { id: member } of members) inRegion.add(member);
      return { id, name: areaName(id, language), countries: named(members.filter(fits), language) };
    });
  const rest = countries.filter((country) => !inRegion.has(country.id) && fits(country));
  const all = [
    ...sorted(language, regions, ({ name }) => name),
    { id: 'WORLD', name: areaName('WORLD', language), countries: named(rest, language) },
  ];
  return all.filter((region) => region.countries.length > 0);
}

function named(members: readonly Country[], language: Language): { id: string; name: string }[] {
  return sorted(
    language,
    members.map(({ id }) => ({ id, name: areaName(id, language) })),
    ({ name }) => name,
  );
}
