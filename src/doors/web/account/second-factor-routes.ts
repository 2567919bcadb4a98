import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  confirmTotp,
  enrolTotp,
  finishPasskeyRegistration,
  listFactors,
  listPasskeys,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
  startPasskeyRegistration,
} from '#kernel/identity/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt, readForm, type FormError } from '../forms/read-form.ts';
import { here, signedIn } from '../forms/request-facts.ts';
import type { WebHouse } from '../house.ts';
import { qrPath } from '../qr/qr-svg.ts';
import { accountPage } from './account-page.ts';

const CodeForm = z.object({
  code: z.string().min(1).max(20),
  secret: z.string().max(200),
  uri: z.string().startsWith('otpauth://').max(400),
});
const KeyForm = z.object({ passkey: z.string().min(1).max(2000) });
const PasskeyForm = z.object({ name: z.string().trim().min(1).max(100), answer: z.string().max(50_000) });
const RegistrationAnswer = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

type Route = (c: Context<UiEnv>, actor: AccountActor) => Promise<Response>;
const withAccount = (route: Route) => async (c: Context<UiEnv>) => {
  const actor = signedIn(c);
  return actor instanceof Response ? actor : route(c, actor);
};

/** Authenticator app, passkeys and recovery codes of the account. */
export function accountSecondFactorRoutes({ identity }: WebHouse): Hono<UiEnv> {
  const back = (c: Context<UiEnv>, done: string): Response =>
    c.redirect(here(c, `/account/second-factor?done=${done}`), 303);
  const showCodes = (c: Context<UiEnv>, codes: readonly string[], done: string): Response | Promise<Response> =>
    codes.length === 0 ? back(c, done) : accountPage(c, 'web/recovery-codes', { codes }, say('Recovery codes'));
  const showApp = (
    c: Context<UiEnv>,
    { secret, uri }: { secret: string; uri: string },
    errors: readonly FormError[],
  ): Promise<Response> =>
    accountPage(c, 'web/authenticator-app', { secret, uri, qr: qrPath(uri), errors }, say('Authenticator app'), errors);
  return new Hono<UiEnv>()
    .get(
      '/account/second-factor',
      withAccount(async (c, actor) => {
        const [factors, keys] = await Promise.all([listFactors(identity, actor), listPasskeys(identity, actor)]);
        const passkeys = keys.map(({ id, name, createdAt, lastUsedAt }) => ({
          id,
          name,
          createdAt: createdAt.toISOString(),
          ...(lastUsedAt !== null && { lastUsedAt: lastUsedAt.toISOString() }),
        }));
        const { totp, recoveryCodes } = factors;
        return accountPage(
          c,
          'web/account-second-factor',
          { totp, recoveryCodes, passkeys, done: c.req.query('done') ?? '' },
          say('Second factor'),
        );
      }),
    )
    .post(
      '/account/second-factor/app',
      withAccount(async (c, actor) => showApp(c, await enrolTotp(identity, actor), [])),
    )
    .post(
      '/account/second-factor/app/confirm',
      withAccount(async (c, actor) => {
        const form = await readForm(c, CodeForm, { code: say('Enter the code that your app shows.') });
        if (!form.ok) {
          const { secret, uri } = form.entered;
          // Only a form of ours has both; without them there is nothing to show again.
          return secret === undefined || uri === undefined ? back(c, '') : showApp(c, { secret, uri }, form.errors);
        }
        const { code, secret, uri } = form.value;
        const done = await attempt(() => confirmTotp(identity, actor, code.replaceAll(/\s/g, '')));
        return done.ok ? showCodes(c, done.value.recoveryCodes, 'app') : showApp(c, { secret, uri }, done.errors);
      }),
    )
    .post(
      '/account/second-factor/app/remove',
      withAccount(async (c, actor) => {
        await removeTotp(identity, actor);
        return back(c, 'removed');
      }),
    )
    .post(
      '/account/second-factor/passkeys/start',
      withAccount(async (c, actor) => c.json(await startPasskeyRegistration(identity, actor))),
    )
    .post(
      '/account/second-factor/passkeys',
      withAccount(async (c, actor) => {
        const form = await readForm(c, PasskeyForm);
        const answer = form.ok ? RegistrationAnswer.safeParse(parseJson(form.value.answer)) : undefined;
        if (!form.ok || answer?.success !== true) {
          throw new Problem('invalid', say('The passkey could not be registered. Give it a name and try again.'));
        }
        const response = answer.data as Parameters<typeof finishPasskeyRegistration>[2]['response'];
        const { recoveryCodes } = await finishPasskeyRegistration(identity, actor, { response, name: form.value.name });
        return showCodes(c, recoveryCodes, 'passkey');
      }),
    )
    .post(
      '/account/second-factor/passkeys/remove',
      withAccount(async (c, actor) => {
        const form = await readForm(c, KeyForm);
        if (form.ok) await removePasskey(identity, actor, form.value.passkey);
        return back(c, 'removed');
      }),
    )
    .post(
      '/account/second-factor/recovery-codes',
      withAccount(async (c, actor) => showCodes(c, await renewRecoveryCodes(identity, actor), '')),
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
