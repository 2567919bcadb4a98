import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

const jsonType = /^application\/([\w.-]+\+)?json$/i;
const formType = /^(multipart\/form-data|application\/x-www-form-urlencoded)$/i;
/** The escape of U+0000 in JSON, where no backslash before it makes it plain text. */
const escapedNul = /(?<!\\)(?:\\\\)*\\u0000/;

/** Refuses an address with the character U+0000: PostgreSQL's text cannot hold it, so nothing here is named with it. */
export function refuseNulInAddress() {
  return createMiddleware<HttpEnv>(async (c, next) => {
    if (c.req.url.includes('%00')) throw nul(say('The address holds the character U+0000. Take it out and ask again.'));
    await next();
  });
}

/**
 * Refuses a form or a JSON body that holds the character U+0000, or a form that cannot be read at all. Other bodies
 * (uploads) are streams for their own readers. What is read here stays readable: parsed, and as a stream.
 */
export async function refuseNulInBody(c: Context<HttpEnv>): Promise<void> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
  const [isJson, isForm] = [jsonType.test(type), formType.test(type)];
  if ((!isJson && !isForm) || c.req.raw.body === null) return;
  const bytes = await c.req.arrayBuffer();
  c.req.raw = new Request(c.req.raw, { method: c.req.method, body: bytes });
  if (isJson) {
    if (escapedNul.test(Buffer.from(bytes).toString('utf8'))) throw nulInBody();
    return;
  }
  const form = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new Problem('invalid', say('The form could not be read. Open the page again and repeat it.'), { cause });
  });
  if (Object.entries(form).flat(2).some(holdsNul)) throw nulInBody();
}

const holdsNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\u0000');

const nulInBody = (): Problem =>
  nul(say('What was sent holds the character U+0000, which no text here can hold. Take it out and send it again.'));

const nul = (said: ReturnType<typeof say>): Problem =>
  new Problem('invalid', said, { details: { character: 'U+0000' } });
