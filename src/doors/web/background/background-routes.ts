import { Hono } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { readForm } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const ActForm = z.object({ job: z.uuid(), act: z.enum(['retry', 'forget']) });

/** The administrator's view of what the server does by itself, and what has failed. */
export function backgroundRoutes({ background }: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/background-work', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const props = { ...(await background.look(actor)), done: c.req.query('done') ?? '' };
      return shellPage(c, 'web/background-work', props, {
        title: say('Background work'),
        layout: 'wide',
        unlisted: true,
      });
    })
    .post('/background-work', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, ActForm);
      if (!form.ok) return c.redirect(here(c, '/background-work'), 303);
      const { job, act } = form.value;
      await background[act](actor, job);
      return c.redirect(here(c, `/background-work?done=${act}`), 303);
    });
}
