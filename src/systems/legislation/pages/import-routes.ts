import { Hono, type Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/index.ts';
import { pagesOf, splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { importLaw } from '../import-law.ts';
import type { LegislationPageDeps } from './routes.ts';

const page = pagesOf<typeof pages>();
const title = say('Import a law');
/** What the person can mend by choosing another document. */
const mendable = new Set(['invalid', 'conflict', 'too-large', 'unsupported-media-type']);

/** The form through which a law comes in as a document; for those who may make laws. */
export function importRoutes(deps: LegislationPageDeps): Hono<UiEnv> {
  const draw = (c: Context<UiEnv>, error?: Message) =>
    page(c, 'legislation/import', error === undefined ? {} : { error }, {
      title,
      layout: 'form',
      unlisted: true,
      hasErrors: error !== undefined,
      ...(error !== undefined && { status: 400 as const }),
      breadcrumbs: [{ label: say('Laws by treaty article'), path: '/legislation' }, { label: title }],
    });
  const language = (c: Context<UiEnv>): string => splitLanguage(new URL(c.req.url).pathname).language;
  return new Hono<UiEnv>()
    .get('/legislation/import', (c) => {
      if (c.get('actor').kind === 'anonymous')
        return c.redirect(`/${language(c)}/sign-in?return=${encodeURIComponent(c.req.path)}`, 303);
      return draw(c);
    })
    .post('/legislation/import', async (c) => {
      const { document } = await c.req.parseBody();
      if (!(document instanceof File) || document.size === 0) return draw(c, say('Choose the document.'));
      try {
        const bytes = new Uint8Array(await document.arrayBuffer());
        const { law } = await importLaw(deps.context(c.get('actor')), bytes, document.name);
        return c.redirect(`/${language(c)}/registers/laws/${law}`, 303);
      } catch (error) {
        if (!(error instanceof Problem) || !mendable.has(error.kind)) throw error;
        return draw(c, error.said);
      }
    });
}
