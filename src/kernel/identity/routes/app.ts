import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';

export { createRoute, openApiApp as anApp };

/** A required JSON body. */
export const body = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/** An answer in JSON. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

export const nothing = { 204: { description: 'Done.' } } as const;

const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), kind: z.string(), request: z.string().optional() })
  .loose();
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** Refusals that any of these routes may answer with. */
export const refusals = {
  400: refusal('Something in the request does not fit; `title` says what.'),
  401: refusal('Nobody is signed in.'),
  403: refusal('Not allowed, or a second factor or a recent sign-in is needed first (`details.needs`).'),
  404: refusal('There is nothing here, or nothing that this account may know of.'),
  409: refusal('What is there already stands against it.'),
  429: refusal('Tried too often; `Retry-After` says when to come back.'),
} as const;

/** The account that asks, or Problem `not-signed-in`. */
export function accountOf(c: Context<HttpEnv>): AccountActor {
  const actor = c.get('actor');
  if (actor.kind === 'account') return actor;
  throw new Problem('not-signed-in', say('Sign in to do this.'));
}

export const userAgentOf = (c: Context<HttpEnv>): string => c.req.header('user-agent') ?? '';
