import { Hono, type Context } from 'hono';
import { findArea } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, sorted, textIn } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { writeCsv } from '#kernel/spreadsheet/index.ts';
import { pagesOf, languageOf, type UiEnv } from '#kernel/ui/index.ts';
import { findRecords, type RegistersContext } from '#engines/registers/index.ts';
import { lawDocumentOf } from '../akn/law-document-of.ts';
import { writeLaw } from '../akn/write-law.ts';
import type { pages } from '../browser.ts';
import { findTreaties, getLaw, kindOfLaws } from '../read/find-law.ts';
import type { TreatyRecord } from '../read/read-records.ts';
import { compareView } from './compare-view.ts';
import { importRoutes } from './import-routes.ts';
import { coverageRows, coverageView, readCoverage } from './coverage-view.ts';
import { multilingual, placeName } from './labels.ts';
import { lawView } from './law-view.ts';

const page = pagesOf<typeof pages>();
const home = { label: say('Laws by treaty article'), path: '/legislation' };

/** What the pages of laws ask of the house. */
export interface LegislationPageDeps {
  context(actor: Actor): RegistersContext;
  readonly clock: () => Date;
  /** For citations: `https://…`. */
  readonly origin: string;
}

/** Pages of laws, of their coverage of treaties, and laws as documents; mounted under the language. */
export function legislationPageRoutes(deps: LegislationPageDeps): Hono<UiEnv> {
  const contextOf = (c: Context<UiEnv>): RegistersContext => deps.context(c.get('actor'));
  const dayOf = (c: Context<UiEnv>): string => {
    const asked = c.req.query('date') ?? '';
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(`${asked}T00:00:00Z`));
    return isDay ? asked : deps.clock().toISOString().slice(0, 10);
  };
  return new Hono<UiEnv>()
    .route('/', importRoutes(deps))
    .get('/legislation', async (c) => {
      const language = languageOf(c);
      const found = await findRecords(contextOf(c), 'laws', { size: 1, facets: ['jurisdiction'] });
      const states = (found.facets['jurisdiction'] ?? []).map(({ value, count }) => ({
        value,
        label: placeName(value, language),
        laws: count,
      }));
      const treaties = await findTreaties(contextOf(c));
      const props = {
        demonstration: found.demonstration.shown,
        laws: found.total,
        states: sorted(language, states, ({ label }) => label),
        treaties: treaties.map(({ id, short }) => ({ value: id, label: textIn(language, multilingual(short)).text })),
      };
      const description = say(
        'Which provision of which State answers to which article of a treaty, how far, and since when.',
      );
      return page(c, 'legislation/home', props, {
        title: home.label,
        description,
        layout: 'wide',
        breadcrumbs: [{ label: home.label }],
      });
    })
    .get('/legislation/coverage', (c) => {
      const [state, treaty] = [c.req.query('state') ?? '', c.req.query('treaty') ?? ''];
      const known = /^[A-Z]{3}$/.test(state) && /^[a-z0-9-]+$/.test(treaty);
      return c.redirect(
        known ? `/${languageOf(c)}/legislation/coverage/${state}/${treaty}` : `/${languageOf(c)}/legislation`,
        302,
      );
    })
    .get('/legislation/coverage/:state/:file{[a-z0-9-]+\\.csv}', async (c) => {
      const { state, treaty, kind } = await asked(c, contextOf(c), c.req.param('file').replace(/\.csv$/, ''));
      const day = dayOf(c);
      const read = await readCoverage(contextOf(c), kind, state, treaty, day);
      const parts: string[] = [];
      for await (const part of writeCsv(coverageRows(read, state, treaty.id, day, kind), { byteOrderMark: true }))
        parts.push(part);
      return c.body(parts.join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="coverage-${state}-${treaty.id}-${day}${kind === 'only' ? '-demonstration' : ''}.csv"`,
      });
    })
    .get('/legislation/coverage/:state/:treaty', async (c) => {
      const { state, treaty, kind } = await asked(c, contextOf(c), c.req.param('treaty'));
      const day = dayOf(c);
      const language = languageOf(c);
      const props = coverageView(
        await readCoverage(contextOf(c), kind, state, treaty, day),
        state,
        treaty,
        day,
        kind,
        language,
      );
      const title = say('{treaty} in the law of {place}', {
        treaty: textIn(language, props.short).text,
        place: props.place,
      });
      return page(c, 'legislation/coverage', props, {
        title,
        layout: 'wide',
        unlisted: props.demonstration,
        breadcrumbs: [home, { label: title }],
      });
    })
    .get('/legislation/compare', async (c) => {
      const context = contextOf(c);
      const treaties = await findTreaties(context);
      const treaty = treaties.find(({ id }) => id === c.req.query('treaty')) ?? treaties[0];
      if (treaty === undefined)
        throw new Problem('not-found', say('There is no treaty to compare by: none is published with its articles.'));
      const article =
        treaty.articles.find(({ number }) => number === c.req.query('article'))?.number ??
        treaty.articles[0]?.number ??
        '';
      const choice = {
        treaty,
        article,
        one: c.req.query('one') ?? '',
        other: c.req.query('other') ?? '',
        day: dayOf(c),
      };
      const props = await compareView(context, await kindOfLaws(context), treaties, choice, languageOf(c));
      const title = say('Article {article} in national law', { article });
      return page(c, 'legislation/compare', props, {
        title,
        layout: 'wide',
        unlisted: props.demonstration,
        breadcrumbs: [home, { label: title }],
      });
    })
    .get('/legislation/laws/:law', async (c) => {
      const context = contextOf(c);
      const read = await getLaw(context, c.req.param('law'));
      const props = await lawView(context, read, dayOf(c), c.req.query('text'), languageOf(c), deps.origin);
      const title = textIn(languageOf(c), props.name).text;
      return page(c, 'legislation/law', props, {
        title,
        layout: 'wide',
        unlisted: props.demonstration,
        breadcrumbs: [home, { label: props.place }, { label: title }],
      });
    })
    .get('/legislation/laws/:law/akn', async (c) => {
      const { law, provisions, coverage } = await getLaw(contextOf(c), c.req.param('law'));
      const language = c.req.query('text') ?? law.originalLanguage ?? 'en';
      const on = c.req.query('date') === undefined ? undefined : dayOf(c);
      const document = lawDocumentOf(law, provisions, coverage, language, on);
      if (document.provisions.length === 0)
        throw new Problem(
          'not-found',
          say('This law has no text in that language on that day. Choose another language or another day.'),
        );
      return c.body(writeLaw(document, dayOf(c)), 200, {
        'content-type': 'application/akn+xml; charset=utf-8',
        'content-disposition': `attachment; filename="${law.key}-${language}.xml"`,
      });
    });
}

/** State and treaty that an address names. Problem `not-found` for a code that is none. */
async function asked(c: Context<UiEnv>, context: RegistersContext, id: string) {
  const state = findArea(c.req.param('state') ?? '');
  if (state?.kind !== 'country')
    throw new Problem(
      'not-found',
      say('There is no country or area with the code “{area}”.', { area: c.req.param('state') ?? '' }),
    );
  const treaty: TreatyRecord | undefined = (await findTreaties(context)).find((each) => each.id === id);
  if (treaty === undefined)
    throw new Problem(
      'not-found',
      say('There is no treaty “{treaty}”. The list of treaties has them all.', { treaty: id }),
    );
  return { state: state.id, treaty, kind: await kindOfLaws(context) };
}
