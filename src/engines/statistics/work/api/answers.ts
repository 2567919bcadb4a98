import * as z from 'zod';

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

const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), kind: z.string(), request: z.string().optional() })
  .loose();
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** Refusals of a read. */
export const refusals = {
  400: refusal('Something in the request does not fit; `title` says what.'),
  401: refusal('Nobody is signed in.'),
  403: refusal('This account, or this API token, may not do that.'),
  404: refusal('There is nothing here, or nothing that this account may know of.'),
  503: refusal('The disk is full or the server is busy; nothing was changed.'),
} as const;

/** Refusals of a write. */
export const writeRefusals = {
  ...refusals,
  409: refusal('It does not stand so that this can be done, or the Idempotency-Key was used for something else.'),
} as const;

/** Refusals of an upload. */
export const uploadRefusals = {
  ...writeRefusals,
  413: refusal('The file is larger than is taken here.'),
  415: refusal('The content is neither a workbook nor delimited text.'),
} as const;

/** Sent with a write: the same key a second time gets the first answer, and nothing is done twice. */
export const idempotent = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'a key has 8 to 200 visible ASCII characters')
    .optional()
    .openapi({
      description:
        'Of your making, such as a UUID. Sent twice, done once: the second request gets the first one’s answer.',
    }),
});

export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(1000).default(100),
};

export const flowId = z
  .string()
  .max(200)
  .regex(/^[A-Z][A-Za-z0-9_.-]*:[A-Z][A-Za-z0-9_]*$/, 'a flow is named AGENCY:FLOW')
  .openapi({ example: 'MANDATA:PRISONS' });

export const flag = z.enum(['true', 'false']).default('false');
