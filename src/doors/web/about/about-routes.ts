import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { readSiteOperator } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { readForm, type Entered, type FormError } from '../forms/read-form.ts';
import { here, languageOf } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const ReportForm = z.object({
  page: z.string().max(500),
  request: z.string().max(80).optional(),
  message: z.string().trim().min(5).max(5000),
  email: z.union([
    z.literal(''),
    z
      .string()
      .regex(/^[^\s@]+@[^\s@]+$/)
      .max(320),
  ]),
});

/** Pages about the site itself, and the way to say that something in it is wrong. */
export function aboutRoutes(house: WebHouse): Hono<UiEnv> {
  const operator = () => readSiteOperator(house.identity);
  return new Hono<UiEnv>()
    .get('/about', (c) =>
      shellPage(
        c,
        'web/about',
        {},
        { title: say('About'), description: say('What Mandata is, for whom, and how its figures come about.') },
      ),
    )
    .get('/privacy', async (c) =>
      shellPage(c, 'web/privacy', { operator: await operator() }, { title: say('Privacy') }),
    )
    .get('/terms', (c) => shellPage(c, 'web/terms', {}, { title: say('Licence and terms') }))
    .get('/accessibility', async (c) =>
      shellPage(c, 'web/accessibility', { operator: await operator() }, { title: say('Accessibility') }),
    )
    .get('/data-files', (c) => shellPage(c, 'web/data-files', {}, { title: say('Where data files come from') }))
    .get('/styleguide', (c) => shellPage(c, 'web/styleguide', {}, { title: say('Style guide'), unlisted: true }))
    .get('/report-error', (c) =>
      showReport(c, [], {
        page: c.req.query('page') ?? '',
        request: c.req.query('request') ?? '',
        done: c.req.query('done') ?? '',
      }),
    )
    .post('/report-error', async (c) => {
      const form = await readForm(c, ReportForm, {
        message: say('Say what is wrong, in a sentence or two.'),
        email: say('Enter an e-mail address, such as name@example.org, or leave it empty.'),
      });
      if (!form.ok) return showReport(c, form.errors, form.entered);
      const { page, request, message, email } = form.value;
      await house.reportError({
        page,
        message,
        language: languageOf(c),
        ...(email !== '' && { email }),
        ...(request !== undefined && request !== '' && { request }),
      });
      return c.redirect(here(c, '/report-error?done=sent'), 303);
    });
}

function showReport(c: Context<UiEnv>, errors: readonly FormError[], entered: Entered): Promise<Response> {
  return shellPage(
    c,
    'web/report-error',
    { errors, entered },
    {
      title: say('Report an error'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
    },
  );
}
