import { Hono, type Context } from 'hono';
import { findArea } from '#reference/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, textIn } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { writeCsv } from '#kernel/spreadsheet/index.ts';
import { pagesOf, splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import type { RegistersContext } from '#engines/registers/index.ts';
import type { pages } from '../browser.ts';
import { readChoice, type TreatyChoice } from '../log/choices.ts';
import type { TreatyLog, TreatyLogs } from '../log/open-log.ts';
import { listView } from './list-view.ts';
import { matrixRows, matrixView } from './matrix-view.ts';
import { stateView } from './state-view.ts';
import { treatyView } from './treaty-view.ts';

const page = pagesOf<typeof pages>();
const list = { label: say('Treaties'), path: '/treaties' };

/** What the pages of treaties ask of the house. */
export interface TreatyPageDeps {
  context(actor: Actor): RegistersContext;
  readonly clock: () => Date;
  readonly logs: TreatyLogs;
}

/** Pages of treaties and their status; mounted under the language. */
export function treatyPageRoutes(deps: TreatyPageDeps): Hono<UiEnv> {
  const asked = async (c: Context<UiEnv>): Promise<Asked> => {
    const context = deps.context(c.get('actor'));
    const choice = readChoice((name) => c.req.query(name), deps.clock(), context.demonstration);
    const { language } = splitLanguage(new URL(c.req.url).pathname);
    return { language, choice, demonstration: context.demonstration, log: await deps.logs.read(context, choice.log) };
  };
  return new Hono<UiEnv>()
    .get('/treaties', async (c) => {
      const { log, choice, language } = await asked(c);
      const description = say(
        'The instruments against organized crime, corruption, drugs, terrorism and cybercrime, and who is bound by them on any day.',
      );
      return page(c, 'treaties/list', listView(log, choice.day, language), {
        title: list.label,
        description,
        layout: 'wide',
        breadcrumbs: [{ label: list.label }],
      });
    })
    .get('/treaties/matrix', async (c) => {
      const { log, choice, language, demonstration } = await asked(c);
      const title = say('Status of treaties');
      return page(c, 'treaties/matrix', matrixView(log, choice, language, demonstration), {
        title,
        layout: 'wide',
        unlisted: isInvented(choice),
        breadcrumbs: [list, { label: title }],
      });
    })
    .get('/treaties/matrix.csv', async (c) => {
      const { log, choice, language } = await asked(c);
      const parts: string[] = [];
      for await (const part of writeCsv(matrixRows(log, choice, language), { byteOrderMark: true })) parts.push(part);
      const name = `treaties-${choice.day}${isInvented(choice) ? '-demonstration' : ''}.csv`;
      return c.body(parts.join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      });
    })
    .get('/treaties/states/:state', async (c) => {
      const area = findArea(c.req.param('state'));
      if (area?.kind !== 'country')
        throw new Problem(
          'not-found',
          say('There is no country or area with the code “{area}”.', { area: c.req.param('state') }),
        );
      const { log, choice, language, demonstration } = await asked(c);
      const props = stateView(log, area.id, choice, language, demonstration);
      const title = say('Treaties: {place}', { place: props.name });
      return page(c, 'treaties/state', props, {
        title,
        layout: 'wide',
        unlisted: isInvented(choice),
        breadcrumbs: [list, { label: props.name }],
      });
    })
    .get('/treaties/:treaty', async (c) => {
      const { log, choice, language, demonstration } = await asked(c);
      const treaty = log.treaties.find(({ id }) => id === c.req.param('treaty'));
      if (treaty === undefined)
        throw new Problem(
          'not-found',
          say('There is no treaty “{treaty}”. The list of treaties has them all.', { treaty: c.req.param('treaty') }),
        );
      const props = treatyView(log, treaty, choice, language, demonstration);
      const title = textIn(language, treaty.short).text;
      return page(c, 'treaties/treaty', props, {
        title,
        layout: 'wide',
        unlisted: isInvented(choice),
        breadcrumbs: [list, { label: title }],
      });
    });
}

interface Asked {
  readonly language: ReturnType<typeof splitLanguage>['language'];
  readonly choice: TreatyChoice;
  readonly demonstration: boolean;
  readonly log: TreatyLog;
}

/** Pages of invented entries stay out of the lists of search engines. */
const isInvented = ({ log }: TreatyChoice): boolean => log === 'demonstration';
