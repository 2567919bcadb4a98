import * as z from 'zod';
import type { IdentityContext } from '../context.ts';
import { endOtherSessions, endSession } from '../session/end-session.ts';
import { listSessions } from '../session/list-sessions.ts';
import { createApiToken } from '../tokens/create-api-token.ts';
import { endApiToken } from '../tokens/end-api-token.ts';
import { listApiTokens } from '../tokens/list-api-tokens.ts';
import { accountOf, anApp, answer, body, createRoute, nothing, refusals } from './app.ts';
import * as form from './schemas.ts';

const tags = ['Account'];
const path = '/api/v1/account';

const session = z.object({
  id: z.string(),
  userAgent: z.string(),
  signedInAt: form.instant,
  lastSeenAt: form.instant,
  expiresAt: form.instant,
  secondFactor: z.boolean(),
  current: z.boolean(),
});
const sessionsRoute = createRoute({
  method: 'get',
  path: `${path}/sessions`,
  tags,
  summary: 'One’s sessions',
  responses: { 200: answer('The one seen last first.', z.array(session)), ...refusals },
});
const endOthersRoute = createRoute({
  method: 'delete',
  path: `${path}/sessions`,
  tags,
  summary: 'End all one’s sessions but this one',
  responses: { 200: answer('How many ended.', z.object({ ended: z.int() })), ...refusals },
});
const endRoute = createRoute({
  method: 'delete',
  path: `${path}/sessions/{id}`,
  tags,
  summary: 'End one of one’s sessions',
  request: { params: form.withId },
  responses: { ...nothing, ...refusals },
});
const scopes = z.array(z.string().max(100)).max(100);
const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes,
  createdAt: form.instant,
  expiresAt: form.instant,
  lastUsedAt: form.instant.nullable(),
});
const tokensRoute = createRoute({
  method: 'get',
  path: `${path}/tokens`,
  tags,
  summary: 'One’s API tokens',
  responses: { 200: answer('The newest first.', z.array(apiToken)), ...refusals },
});
const createTokenRoute = createRoute({
  method: 'post',
  path: `${path}/tokens`,
  tags,
  summary: 'Make an API token',
  request: { body: body(z.object({ name: form.name, scopes, expiresAt: form.instant.optional() })) },
  responses: {
    201: answer(
      'The token, shown this once.',
      z.object({ id: z.string(), token: z.string(), expiresAt: form.instant }),
    ),
    ...refusals,
  },
});
const endTokenRoute = createRoute({
  method: 'delete',
  path: `${path}/tokens/{id}`,
  tags,
  summary: 'End an API token',
  request: { params: form.withId },
  responses: { ...nothing, ...refusals },
});

/** One's own sessions and API tokens, under /api/v1/account. */
export function ownAccessRoutes(context: IdentityContext) {
  return anApp()
    .openapi(sessionsRoute, async (c) => c.json(await listSessions(context, accountOf(c)), 200))
    .openapi(endOthersRoute, async (c) => c.json({ ended: await endOtherSessions(context, accountOf(c)) }, 200))
    .openapi(endRoute, async (c) => {
      await endSession(context, accountOf(c), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(tokensRoute, async (c) => {
      const tokens = await listApiTokens(context, accountOf(c));
      return c.json(
        tokens.map((token) => ({ ...token, scopes: [...token.scopes] })),
        200,
      );
    })
    .openapi(createTokenRoute, async (c) => {
      const actor = accountOf(c);
      const { expiresAt, ...asked } = c.req.valid('json');
      const until = expiresAt === undefined ? undefined : new Date(expiresAt);
      return c.json(await createApiToken(context, actor, { ...asked, account: actor.id, expiresAt: until }), 201);
    })
    .openapi(endTokenRoute, async (c) => {
      await endApiToken(context, accountOf(c), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
