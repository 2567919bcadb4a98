import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { signIn, signOut, type SignedIn } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type Entered, type FormError } from '../forms/read-form.ts';
import { here, returnAddress, userAgent } from '../forms/request-facts.ts';
import { clearSession, sessionToken, setSession } from '../forms/session-cookie.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';

const SignInForm = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1000),
  return: z.string().optional(),
});

/** Signing in by password, and out. */
export function signInRoutes(house: WebHouse): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .get('/sign-in', (c) => showSignIn(c, house, [], { return: c.req.query('return') ?? '' }))
    .post('/sign-in', async (c) => {
      const form = await readForm(c, SignInForm, {
        email: say('Enter your e-mail address.'),
        password: say('Enter your password.'),
      });
      if (!form.ok) return showSignIn(c, house, form.errors, form.entered);
      const { email, password } = form.value;
      const request = {
        email,
        password,
        userAgent: userAgent(c),
        address: c.get('address') ?? 'unknown',
        replaces: sessionToken(c, house.identity.origin),
      };
      const done = await attempt(() => signIn(house.identity, request));
      if (!done.ok) return showSignIn(c, house, done.errors, form.entered, done.status);
      return goOn(c, house, done.value, form.value.return);
    })
    .post('/sign-out', async (c) => {
      const token = sessionToken(c, house.identity.origin);
      if (token !== undefined) await signOut(house.identity, token);
      clearSession(c, house.identity.origin);
      return c.redirect(here(c, '/sign-in?done=signed-out'), 303);
    });
}

/** Keeps the session's token and leads on: to the second factor where it is owed, else to where the visitor came from. */
export function goOn(c: Context<UiEnv>, house: WebHouse, session: SignedIn, back: string | undefined): Response {
  setSession(c, house.identity.origin, session);
  const target = returnAddress(c, back);
  if (session.needs === 'nothing') return c.redirect(target, 303);
  const query = new URLSearchParams({ methods: session.methods.join(','), return: target });
  return c.redirect(`${here(c, '/sign-in/second-factor')}?${query}`, 303);
}

export function showSignIn(
  c: Context<UiEnv>,
  house: WebHouse,
  errors: readonly FormError[],
  entered: Entered,
  status = 400,
): Promise<Response> {
  return shellPage(
    c,
    'web/sign-in',
    {
      errors,
      email: entered['email'] ?? '',
      back: entered['return'] ?? '',
      done: c.req.query('done') ?? '',
      hasOtherService: house.oidc !== undefined,
      demonstration: house.identity.demonstration,
    },
    {
      title: say('Sign in'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
    },
  );
}
