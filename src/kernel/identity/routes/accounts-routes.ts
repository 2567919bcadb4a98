import * as z from 'zod';
import { createOrganization, listOrganizations } from '../accounts/create-organization.ts';
import { deactivateAccount } from '../accounts/deactivate-account.ts';
import { eraseAccount } from '../accounts/erase-account.ts';
import { inviteAccount, renewInvitation } from '../accounts/invite-account.ts';
import { listAccounts } from '../accounts/list-accounts.ts';
import { resetSecondFactor } from '../accounts/reset-second-factor.ts';
import type { IdentityContext } from '../context.ts';
import { resetPasswordFor } from '../password/start-password-reset.ts';
import { anApp, answer, body, createRoute, nothing, refusals } from './app.ts';
import * as form from './schemas.ts';

const tags = ['Accounts'];
const path = '/api/v1/accounts';
const one = { params: form.withId };

const account = z.object({
  id: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  role: form.role,
  organization: form.organization,
  status: z.enum(['invited', 'active', 'deactivated', 'erased']),
  demonstration: z.boolean(),
  password: z.string().optional(),
});
const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Accounts that one administers',
  responses: { 200: answer('By organization and address.', z.array(account)), ...refusals },
});
const link = z.object({ url: z.string(), expiresAt: form.instant });
const invitation = z.object({ account: z.string(), link: link.optional() });
const invited = answer('The account waits. The link is there only while letters do not leave the machine.', invitation);
const inviteRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Invite a person',
  request: {
    body: body(
      z.object({ email: form.email, name: form.name, role: form.role, organization: form.id, language: form.language }),
    ),
  },
  responses: { 201: invited, ...refusals },
});
const renewRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/invitation`,
  tags,
  summary: 'Send an invitation again',
  request: one,
  responses: { 200: invited, ...refusals },
});
const deactivateRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/deactivation`,
  tags,
  summary: 'Close an account',
  request: one,
  responses: { ...nothing, ...refusals },
});
const eraseRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Erase a person; the account’s id, role and organization stay',
  request: one,
  responses: { ...nothing, ...refusals },
});
const resetPasswordRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/password-reset`,
  tags,
  summary: 'Send a link to set a new password',
  request: one,
  responses: {
    200: answer(
      'Sent. The link is there only while letters do not leave the machine.',
      z.object({ link: link.optional() }),
    ),
    ...refusals,
  },
});
const resetFactorRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}/second-factor`,
  tags,
  summary: 'Remove the second factors of a person who lost them',
  request: one,
  responses: { ...nothing, ...refusals },
});
const organizationsRoute = createRoute({
  method: 'get',
  path: '/api/v1/organizations',
  tags,
  summary: 'Organizations',
  responses: { 200: answer('By name.', z.array(form.organization)), ...refusals },
});
const createOrganizationRoute = createRoute({
  method: 'post',
  path: '/api/v1/organizations',
  tags,
  summary: 'Add an organization',
  request: { body: body(form.organizationForm) },
  responses: { 201: answer('The organization.', form.organization), ...refusals },
});

/** What administrators do with accounts, under /api/v1/accounts and /api/v1/organizations. */
export function accountsRoutes(context: IdentityContext) {
  return anApp()
    .openapi(listRoute, async (c) => c.json(await listAccounts(context, c.get('actor')), 200))
    .openapi(inviteRoute, async (c) => c.json(await inviteAccount(context, c.get('actor'), c.req.valid('json')), 201))
    .openapi(renewRoute, async (c) =>
      c.json(await renewInvitation(context, c.get('actor'), c.req.valid('param').id), 200),
    )
    .openapi(deactivateRoute, async (c) => {
      await deactivateAccount(context, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(eraseRoute, async (c) => {
      await eraseAccount(context, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(resetPasswordRoute, async (c) => {
      const sent = await resetPasswordFor(context, c.get('actor'), c.req.valid('param').id);
      return c.json(sent === undefined ? {} : { link: sent }, 200);
    })
    .openapi(resetFactorRoute, async (c) => {
      await resetSecondFactor(context, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(organizationsRoute, async (c) => c.json(await listOrganizations(context, c.get('actor')), 200))
    .openapi(createOrganizationRoute, async (c) => {
      const { name, kind, state, unit } = c.req.valid('json');
      const asked = { name, kind, ...(state !== undefined && { state }), ...(unit !== undefined && { unit }) };
      return c.json(await createOrganization(context, c.get('actor'), asked), 201);
    });
}
