import * as z from 'zod';
import { acceptInvitation } from '../accounts/accept-invitation.ts';
import type { IdentityContext } from '../context.ts';
import { changePassword } from '../password/change-password.ts';
import { resetPassword } from '../password/reset-password.ts';
import { startPasswordReset } from '../password/start-password-reset.ts';
import { accountOf, anApp, answer, body, createRoute, nothing, refusals } from './app.ts';
import * as form from './schemas.ts';

const tags = ['Account'];
const byLink = body(z.object({ token: form.linkToken, password: form.password }));

const changeRoute = createRoute({
  method: 'put',
  path: '/api/v1/account/password',
  tags,
  summary: 'Change one’s password',
  request: { body: body(z.object({ current: form.password, next: form.password })) },
  responses: { ...nothing, ...refusals },
});
const askRoute = createRoute({
  method: 'post',
  path: '/api/v1/account/password-reset',
  tags,
  summary: 'Ask for a link to set a new password',
  request: { body: body(z.object({ email: form.email })) },
  responses: { 202: { description: 'If there is such an account, a letter is on its way.' }, ...refusals },
});
const resetRoute = createRoute({
  method: 'put',
  path: '/api/v1/account/password-reset',
  tags,
  summary: 'Set a new password by a link',
  request: { body: byLink },
  responses: { ...nothing, ...refusals },
});
const acceptRoute = createRoute({
  method: 'put',
  path: '/api/v1/account/invitation',
  tags,
  summary: 'Accept an invitation by its link',
  request: { body: byLink },
  responses: {
    200: answer('The account is active; sign in with this address.', z.object({ email: z.string() })),
    ...refusals,
  },
});

/** Passwords and links, under /api/v1/account. */
export function passwordRoutes(context: IdentityContext) {
  return anApp()
    .openapi(changeRoute, async (c) => {
      await changePassword(context, accountOf(c), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(askRoute, async (c) => {
      // The letter is not waited for: how long it takes would tell whether there is an account.
      await startPasswordReset(context, { ...c.req.valid('json'), address: c.get('address') });
      return c.body(null, 202);
    })
    .openapi(resetRoute, async (c) => {
      await resetPassword(context, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(acceptRoute, async (c) => c.json(await acceptInvitation(context, c.req.valid('json')), 200));
}
