import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say, type Message } from '#kernel/i18n/say.ts';
import { acceptInvitation, resetPassword, startPasswordReset } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type FormError } from '../forms/read-form.ts';
import { here } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const AddressForm = z.object({
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/)
    .max(320),
});
const NewPasswordForm = z.object({ token: z.string().min(1).max(500), password: z.string().min(1).max(1000) });
const missing: Readonly<Record<string, Message>> = {
  token: say('The link is not complete. Open it again from the letter, or paste all of it here.'),
  password: say('Choose a password.'),
};

/** Ways to a password by a link from a letter: forgotten, and invited. */
export function passwordLinkRoutes(house: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/forgotten-password', (c) => showForgotten(c, [], ''))
    .post('/forgotten-password', async (c) => {
      const form = await readForm(c, AddressForm, { email: say('Enter an e-mail address, such as name@example.org.') });
      if (!form.ok) return showForgotten(c, form.errors, form.entered['email'] ?? '');
      const request = { email: form.value.email, address: c.get('address') ?? 'unknown' };
      const done = await attempt(() => startPasswordReset(house.identity, request));
      if (!done.ok) return showForgotten(c, done.errors, form.value.email);
      return c.redirect(here(c, '/forgotten-password?done=sent'), 303);
    })
    .get('/password-reset', (c) => showNewPassword(c, 'reset', []))
    .post('/password-reset', async (c) => {
      const form = await readForm(c, NewPasswordForm, missing);
      if (!form.ok) return showNewPassword(c, 'reset', form.errors, form.entered['token']);
      const request = { token: tokenIn(form.value.token), password: form.value.password };
      const done = await attempt(() => resetPassword(house.identity, request));
      return done.ok
        ? c.redirect(here(c, '/sign-in?done=password-set'), 303)
        : showNewPassword(c, 'reset', done.errors, form.value.token);
    })
    .get('/invitation', (c) => showNewPassword(c, 'invitation', []))
    .post('/invitation', async (c) => {
      const form = await readForm(c, NewPasswordForm, missing);
      if (!form.ok) return showNewPassword(c, 'invitation', form.errors, form.entered['token']);
      const request = { token: tokenIn(form.value.token), password: form.value.password };
      const done = await attempt(() => acceptInvitation(house.identity, request));
      return done.ok
        ? c.redirect(here(c, '/sign-in?done=invited'), 303)
        : showNewPassword(c, 'invitation', done.errors, form.value.token);
    });
}

/** The token of a link: the whole address may be pasted where there is no script to take it. */
function tokenIn(pasted: string): string {
  return pasted.trim().split('#').at(-1) ?? '';
}

function showForgotten(c: Context<UiEnv>, errors: readonly FormError[], email: string): Promise<Response> {
  return shellPage(
    c,
    'web/forgotten-password',
    { errors, email, sent: c.req.query('done') === 'sent' },
    {
      title: say('Forgotten password'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
    },
  );
}

function showNewPassword(
  c: Context<UiEnv>,
  reason: 'reset' | 'invitation',
  errors: readonly FormError[],
  token = '',
): Promise<Response> {
  return shellPage(
    c,
    'web/new-password',
    { reason, errors, token, done: false },
    {
      title: reason === 'reset' ? say('Set a new password') : say('Accept your invitation'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
    },
  );
}
