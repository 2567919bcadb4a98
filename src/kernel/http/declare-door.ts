import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { HttpEnv } from './env.ts';

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    kind: z.string(),
    request: z.string().optional(),
  })
  .describe('Problem details (RFC 9457).');
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const always = {
  400: refusal('Something in the request does not fit; `title` says what.'),
  401: refusal('Nobody is signed in, or the API token is not valid.'),
  503: refusal('The server is busy or starting; `Retry-After` says when to come back.'),
};
const toWrites = {
  403: refusal('Not allowed, or the request came from a page of another site.'),
  429: refusal('Tried too often; `Retry-After` says when to come back.'),
};
const toBodies = {
  413: refusal('The body is larger than this address takes.'),
  415: refusal('The body is of a media type that this address does not take.'),
};

/**
 * Adds to every operation the refusals that come from the steps before it: of `createApp`, and of reading its body. An
 * answer that an operation declares itself stays as it is.
 */
export function declareDoor(api: OpenAPIHono<HttpEnv>): void {
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { route } = definition;
    const writes = !['get', 'head', 'options'].includes(route.method);
    const takesBody = route.request?.body !== undefined || route.requestBody !== undefined;
    route.responses = { ...always, ...(writes && toWrites), ...(takesBody && toBodies), ...route.responses };
  }
}
