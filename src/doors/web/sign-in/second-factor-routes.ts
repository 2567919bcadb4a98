import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import {
  finishPasskeySignIn,
  startPasskeySecondFactor,
  startPasskeySignIn,
  verifySecondFactor,
} from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type FormError } from '../forms/read-form.ts';
import { readJson } from '../forms/read-json.ts';
import { returnAddress, userAgent } from '../forms/request-facts.ts';
import { sessionToken, setSession } from '../forms/session-cookie.ts';
import type { WebHouse } from '../house.ts';
import { shellPage } from '../shell-page.ts';
import { goOn } from './sign-in-routes.ts';

const CodeForm = z.object({
  code: z.string().max(40).optional(),
  recoveryCode: z.string().max(80).optional(),
  methods: z.string().optional(),
  return: z.string().optional(),
});

// The browser's own answer; what is in it is checked by the WebAuthn verification itself.
const PasskeyAnswer = z.object({
  response: z.object({
    id: z.string(),
    rawId: z.string(),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: z.string(),
      authenticatorData: z.string(),
      signature: z.string(),
      userHandle: z.string().optional(),
    }),
    clientExtensionResults: z.record(z.string(), z.unknown()),
  }),
  return: z.string().optional(),
});

/** The second factor after a password, and the passkey that is both factors in one. */
export function secondFactorRoutes(house: WebHouse): Hono<UiEnv> {
  const { identity } = house;
  return new Hono<UiEnv>()
    .get('/sign-in/second-factor', (c) => show(c, [], c.req.query('methods'), c.req.query('return')))
    .post('/sign-in/second-factor', async (c) => {
      const form = await readForm(c, CodeForm);
      if (!form.ok) return show(c, form.errors, form.entered['methods'], form.entered['return']);
      const { code = '', recoveryCode = '', methods, return: back } = form.value;
      const typed = code.replaceAll(/\s/g, '');
      if (typed === '' && recoveryCode === '') {
        return show(
          c,
          [{ field: 'code', message: say('Enter the code that your app shows, or a recovery code.') }],
          methods,
          back,
        );
      }
      const shown = typed === '' ? { recoveryCode } : { code: typed };
      const done = await attempt(() =>
        verifySecondFactor(identity, { token: sessionToken(c, identity.origin) ?? '', shown, userAgent: userAgent(c) }),
      );
      return done.ok ? goOn(c, house, done.value, back) : show(c, done.errors, methods, back, done.status);
    })
    .post('/sign-in/second-factor/passkey/start', async (c) =>
      c.json(await startPasskeySecondFactor(identity, sessionToken(c, identity.origin) ?? '')),
    )
    .post('/sign-in/second-factor/passkey/finish', async (c) => {
      const { response, return: back } = await readJson(c, PasskeyAnswer);
      const shown = { passkey: response as Parameters<typeof finishPasskeySignIn>[1]['response'] };
      const session = await verifySecondFactor(identity, {
        token: sessionToken(c, identity.origin) ?? '',
        shown,
        userAgent: userAgent(c),
      });
      setSession(c, identity.origin, session);
      return c.json({ goTo: returnAddress(c, back) });
    })
    .post('/sign-in/passkey/start', async (c) =>
      c.json(await startPasskeySignIn(identity, { address: c.get('address') ?? 'unknown' })),
    )
    .post('/sign-in/passkey/finish', async (c) => {
      const answer = await readJson(c, PasskeyAnswer);
      const response = answer.response as Parameters<typeof finishPasskeySignIn>[1]['response'];
      const request = {
        response,
        userAgent: userAgent(c),
        address: c.get('address') ?? 'unknown',
        replaces: sessionToken(c, identity.origin),
      };
      setSession(c, identity.origin, await finishPasskeySignIn(identity, request));
      return c.json({ goTo: returnAddress(c, answer.return) });
    });
}

function show(
  c: Context<UiEnv>,
  errors: readonly FormError[],
  methods: string | undefined,
  back: string | undefined,
  status = 400,
): Promise<Response> {
  const known = (methods ?? 'totp,recovery-code').split(',');
  return shellPage(
    c,
    'web/second-factor',
    { errors, methods: known, back: back ?? '' },
    {
      title: say('Second factor'),
      layout: 'form',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
    },
  );
}
