import * as z from 'zod';
import type { IdentityContext } from '../context.ts';
import { listFactors } from '../second-factor/list-factors.ts';
import {
  finishPasskeyRegistration,
  listPasskeys,
  removePasskey,
  startPasskeyRegistration,
} from '../second-factor/passkeys.ts';
import { renewRecoveryCodes } from '../second-factor/recovery-codes.ts';
import { confirmTotp, enrolTotp, removeTotp } from '../second-factor/totp.ts';
import { accountOf, anApp, answer, body, createRoute, nothing, refusals } from './app.ts';
import * as form from './schemas.ts';

const tags = ['Account'];
const path = '/api/v1/account';

const factors = z.object({ totp: z.boolean(), passkeys: z.int(), recoveryCodes: z.int() });
const factorsRoute = createRoute({
  method: 'get',
  path: `${path}/second-factor`,
  tags,
  summary: 'What one’s account can show as a second factor',
  responses: { 200: answer('Authenticator app, number of passkeys, recovery codes left.', factors), ...refusals },
});
const enrolRoute = createRoute({
  method: 'post',
  path: `${path}/totp`,
  tags,
  summary: 'Begin to set up an authenticator app',
  responses: {
    200: answer('The secret, and its address for a QR code.', z.object({ secret: z.string(), uri: z.string() })),
    ...refusals,
  },
});
const confirmRoute = createRoute({
  method: 'put',
  path: `${path}/totp`,
  tags,
  summary: 'Confirm the authenticator app by its first code',
  request: { body: body(z.object({ code: z.string().trim().max(20) })) },
  responses: { 200: answer('In force. First recovery codes, shown this once.', form.recoveryCodes), ...refusals },
});
const removeAppRoute = createRoute({
  method: 'delete',
  path: `${path}/totp`,
  tags,
  summary: 'Remove the authenticator app',
  responses: { ...nothing, ...refusals },
});
const codesRoute = createRoute({
  method: 'post',
  path: `${path}/recovery-codes`,
  tags,
  summary: 'New recovery codes in the place of all earlier ones',
  responses: { 200: answer('The codes, shown this once.', form.recoveryCodes), ...refusals },
});
const passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: form.instant,
  lastUsedAt: form.instant.nullable(),
});
const passkeysRoute = createRoute({
  method: 'get',
  path: `${path}/passkeys`,
  tags,
  summary: 'One’s passkeys',
  responses: { 200: answer('The oldest first.', z.array(passkey)), ...refusals },
});
const offerRoute = createRoute({
  method: 'post',
  path: `${path}/passkeys`,
  tags,
  summary: 'Begin to register a passkey',
  responses: { 200: answer('Options for the browser.', form.passkeyOptions), ...refusals },
});
const registerRoute = createRoute({
  method: 'put',
  path: `${path}/passkeys`,
  tags,
  summary: 'Register the passkey that the browser made',
  request: { body: body(z.object({ name: form.name, passkey: form.newPasskey })) },
  responses: {
    200: answer('In force. First recovery codes, shown this once.', form.recoveryCodes.extend({ id: z.string() })),
    ...refusals,
  },
});
const removePasskeyRoute = createRoute({
  method: 'delete',
  path: `${path}/passkeys/{id}`,
  tags,
  summary: 'Remove a passkey',
  request: { params: form.withId },
  responses: { ...nothing, ...refusals },
});

/** One's own second factors, under /api/v1/account. */
export function secondFactorRoutes(context: IdentityContext) {
  return anApp()
    .openapi(factorsRoute, async (c) => c.json(await listFactors(context, accountOf(c)), 200))
    .openapi(enrolRoute, async (c) => c.json(await enrolTotp(context, accountOf(c)), 200))
    .openapi(confirmRoute, async (c) => c.json(await confirmTotp(context, accountOf(c), c.req.valid('json').code), 200))
    .openapi(removeAppRoute, async (c) => {
      await removeTotp(context, accountOf(c));
      return c.body(null, 204);
    })
    .openapi(codesRoute, async (c) => c.json({ recoveryCodes: await renewRecoveryCodes(context, accountOf(c)) }, 200))
    .openapi(passkeysRoute, async (c) => c.json(await listPasskeys(context, accountOf(c)), 200))
    .openapi(offerRoute, async (c) => c.json({ ...(await startPasskeyRegistration(context, accountOf(c))) }, 200))
    .openapi(registerRoute, async (c) => {
      const { name, passkey: response } = c.req.valid('json');
      return c.json(await finishPasskeyRegistration(context, accountOf(c), { name, response }), 200);
    })
    .openapi(removePasskeyRoute, async (c) => {
      await removePasskey(context, accountOf(c), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
