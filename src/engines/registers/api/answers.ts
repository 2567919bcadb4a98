import { z } from '@hono/zod-openapi';

/** An answer in JSON. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  kind: z.string(),
  request: z.string().optional(),
});
export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** What any read of a register can be refused with. */
export const readRefusals = {
  400: refusal('Something in the request does not fit; `title` says what.'),
  404: refusal('There is nothing here, or nothing that this account may know of.'),
} as const;

/** What a write can be refused with. */
export const writeRefusals = {
  400: refusal(
    'A value does not fit, or something is missing: `details.findings` lists each with its field and its remedy.',
  ),
  401: refusal('Nobody is signed in.'),
  403: refusal('This account, or this API token, may not do that.'),
  404: refusal('There is nothing here, or nothing that this account may know of.'),
  409: refusal('The record does not stand so that this can be done, or the Idempotency-Key came with something else.'),
  412: refusal(
    'Somebody saved since: `details` holds `base`, `theirs`, `yours`, and the `fields` in which both changed something.',
  ),
} as const;
