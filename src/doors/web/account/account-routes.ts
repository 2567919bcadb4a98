import { Hono } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { changePassword, endOtherSessions, endSession, listFactors, listSessions } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { accountPage } from './account-page.ts';

const PasswordForm = z.object({ current: z.string().min(1).max(1000), password: z.string().min(1).max(1000) });
const SessionForm = z.object({ session: z.string().max(100) });

/** The profile, the password, and where one is signed in. */
export function accountRoutes({ identity }: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/account', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const { totp, passkeys } = await listFactors(identity, actor);
      const { name, email, role, organization } = actor;
      const inOffice = organization.kind === 'secretariat';
      const secondFactor = totp || passkeys > 0;
      const profile = { name, email, role, organization: organization.name, inOffice, secondFactor };
      return accountPage(c, 'web/account', profile, say('Your account'));
    })
    .get('/account/password', (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const done = c.req.query('done') === 'changed';
      return accountPage(c, 'web/new-password', { reason: 'change', errors: [], token: '', done }, say('Password'));
    })
    .post('/account/password', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, PasswordForm, {
        current: say('Enter your present password.'),
        password: say('Choose a password.'),
      });
      const done = form.ok
        ? await attempt(() =>
            changePassword(identity, actor, { current: form.value.current, next: form.value.password }),
          )
        : form;
      if (done.ok) return c.redirect(here(c, '/account/password?done=changed'), 303);
      const { errors } = done;
      const props = { reason: 'change', errors, token: '', done: false } as const;
      return accountPage(c, 'web/new-password', props, say('Password'), errors);
    })
    .get('/account/sessions', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const sessions = (await listSessions(identity, actor)).map((session) => ({
        id: session.id,
        device: session.userAgent,
        signedInAt: session.signedInAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        current: session.current,
      }));
      return accountPage(c, 'web/sessions', { sessions, done: c.req.query('done') === 'ended' }, say('Sessions'));
    })
    .post('/account/sessions/end', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, SessionForm);
      if (form.ok && form.value.session !== 'others') await endSession(identity, actor, form.value.session);
      else await endOtherSessions(identity, actor);
      return c.redirect(here(c, '/account/sessions?done=ended'), 303);
    });
}
