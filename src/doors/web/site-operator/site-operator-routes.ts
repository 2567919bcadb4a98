import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { changeSiteOperator, identityOperations, readSiteOperator } from '#kernel/identity/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type Entered, type FormError } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const OperatorForm = z.object({
  name: z.string().trim().min(1).max(200),
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/)
    .max(254),
  address: z.string().max(1000),
});

/** Where an administrator of the office enters who runs this installation. */
export function siteOperatorRoutes({ identity }: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/site-operator', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      authorize(actor, identityOperations['site-operator.change']);
      return show(c, [], { ...(await readSiteOperator(identity)) });
    })
    .post('/site-operator', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      authorize(actor, identityOperations['site-operator.change']);
      const form = await readForm(c, OperatorForm, {
        name: say('Enter the name of the body that runs this site.'),
        email: say('Enter an e-mail address, such as name@example.org.'),
        address: say('Enter a shorter postal address.'),
      });
      if (!form.ok) return show(c, form.errors, form.entered);
      const done = await attempt(() => changeSiteOperator(identity, actor, form.value));
      return done.ok ? c.redirect(here(c, '/site-operator?done=saved'), 303) : show(c, done.errors, form.entered);
    });
}

function show(c: Context<UiEnv>, errors: readonly FormError[], entered: Entered): Promise<Response> {
  return shellPage(
    c,
    'web/site-operator',
    { errors, entered, done: errors.length === 0 && c.req.query('done') === 'saved' },
    {
      title: say('Who runs this site'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
    },
  );
}
