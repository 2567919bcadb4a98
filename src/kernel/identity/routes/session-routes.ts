import type { Context } from 'hono';
import * as z from 'zod';
import type { HttpEnv } from '#kernel/http/index.ts';
import type { IdentityContext } from '../context.ts';
import { startPasskeySignIn, finishPasskeySignIn } from '../second-factor/sign-in-with-passkey.ts';
import { startPasskeySecondFactor, verifySecondFactor } from '../second-factor/verify-second-factor.ts';
import type { SignedIn } from '../session/begin-session.ts';
import { signIn } from '../session/sign-in.ts';
import { signOut } from '../session/sign-out.ts';
import { anApp, answer, body, createRoute, nothing, refusals, userAgentOf } from './app.ts';
import * as form from './schemas.ts';
import { giveSession, sessionTokenOf, takeSession } from './session-cookie.ts';

const tags = ['Session'];
const begun = {
  200: answer('A session began; its cookie is set. It may still need the second factor.', form.signedIn),
  ...refusals,
};

const signInRoute = createRoute({
  method: 'post',
  path: '/api/v1/session',
  tags,
  summary: 'Sign in with a password',
  request: { body: body(z.object({ email: form.email, password: form.password })) },
  responses: begun,
});
const whoAmI = z.object({
  signedIn: z.boolean(),
  account: z
    .object({ id: z.string(), email: z.string(), name: z.string(), role: form.role, organization: form.organization })
    .optional(),
  secondFactor: z.boolean().optional(),
});
const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/session',
  tags,
  summary: 'Who is signed in',
  responses: { 200: answer('The account, or that nobody is signed in.', whoAmI) },
});
const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/v1/session',
  tags,
  summary: 'Sign out',
  responses: nothing,
});
const secondFactorRoute = createRoute({
  method: 'post',
  path: '/api/v1/session/second-factor',
  tags,
  summary: 'Show the second factor of a sign-in',
  request: {
    body: body(
      z.union([
        z.strictObject({ code: z.string().trim().max(20) }),
        z.strictObject({ recoveryCode: z.string().max(60) }),
        z.strictObject({ passkey: form.shownPasskey }),
      ]),
    ),
  },
  responses: begun,
});
const offerSecondFactorRoute = createRoute({
  method: 'post',
  path: '/api/v1/session/second-factor/passkey',
  tags,
  summary: 'Ask for a passkey as the second factor of a sign-in',
  responses: { 200: answer('Options for the browser.', form.passkeyOptions), ...refusals },
});
const offerPasskeyRoute = createRoute({
  method: 'post',
  path: '/api/v1/session/passkey',
  tags,
  summary: 'Ask for a passkey to sign in with',
  responses: { 200: answer('Options for the browser.', form.passkeyOptions), ...refusals },
});
const passkeyRoute = createRoute({
  method: 'put',
  path: '/api/v1/session/passkey',
  tags,
  summary: 'Sign in with a passkey',
  request: { body: body(z.object({ passkey: form.shownPasskey })) },
  responses: begun,
});

/** Signing in and out, under /api/v1/session. */
export function sessionRoutes(context: IdentityContext) {
  const begin = (c: Context<HttpEnv>, session: SignedIn) => {
    giveSession(c, context, session);
    const { needs, methods, expiresAt } = session;
    return { needs, methods: [...methods], expiresAt: expiresAt.toISOString() };
  };
  const pending = (c: Context<HttpEnv>): string => sessionTokenOf(c, context) ?? '';

  return anApp()
    .openapi(signInRoute, async (c) => {
      const from = { userAgent: userAgentOf(c), address: c.get('address'), replaces: sessionTokenOf(c, context) };
      return c.json(begin(c, await signIn(context, { ...c.req.valid('json'), ...from })), 200);
    })
    .openapi(readRoute, (c) => {
      const actor = c.get('actor');
      if (actor.kind !== 'account') return c.json({ signedIn: false }, 200);
      const { id, email, name, role, organization, assurance } = actor;
      const account = { id, email, name, role, organization };
      return c.json({ signedIn: true, account, secondFactor: assurance?.secondFactor ?? false }, 200);
    })
    .openapi(signOutRoute, async (c) => {
      const token = sessionTokenOf(c, context);
      if (token !== undefined) await signOut(context, token);
      takeSession(c, context);
      return c.body(null, 204);
    })
    .openapi(secondFactorRoute, async (c) => {
      const shown = c.req.valid('json');
      const session = await verifySecondFactor(context, { token: pending(c), shown, userAgent: userAgentOf(c) });
      return c.json(begin(c, session), 200);
    })
    .openapi(offerSecondFactorRoute, async (c) =>
      c.json({ ...(await startPasskeySecondFactor(context, pending(c))) }, 200),
    )
    .openapi(offerPasskeyRoute, async (c) =>
      c.json({ ...(await startPasskeySignIn(context, { address: c.get('address') })) }, 200),
    )
    .openapi(passkeyRoute, async (c) => {
      const from = { userAgent: userAgentOf(c), address: c.get('address'), replaces: sessionTokenOf(c, context) };
      return c.json(
        begin(c, await finishPasskeySignIn(context, { response: c.req.valid('json').passkey, ...from })),
        200,
      );
    });
}
