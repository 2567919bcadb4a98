import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Problem, type ProblemKind } from '#kernel/errors/problem.ts';
import { translate } from '#kernel/i18n/index.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';
import { requestLanguage } from './request-language.ts';

/** Draws a refusal as a page, for people; undefined where the request does not come from one. */
export type ProblemPage = (c: Context<HttpEnv>, problem: Problem) => Promise<Response | undefined>;

const unexpected = say(
  'Something went wrong on our side. It has been noted; try again, and report the request number if it stays.',
);

/** The one place where an error becomes an answer. Internals are logged with the request id and never shown. */
export function answerProblem(page: ProblemPage) {
  return async (error: Error, c: Context<HttpEnv>): Promise<Response> => {
    const problem = asProblem(error);
    const status = (problem?.status ?? 500) as ContentfulStatusCode;
    if (status >= 500) c.get('log')?.error('a request failed', { method: c.req.method, path: c.req.path, error });
    const shown = problem ?? Object.assign(new Problem('unavailable', unexpected), { unexpected: true });
    const drawn = await drawnOrNothing(page, c, shown);
    const answer =
      drawn === undefined
        ? problemJson(c, status, problem)
        : new Response(drawn.body, { status, headers: drawn.headers });
    const retryAfter = shown.details['retryAfter'];
    if (typeof retryAfter === 'number') answer.headers.set('Retry-After', String(retryAfter));
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  };
}

/** A page that cannot be drawn must not hide the refusal: the answer is then the plain one. */
async function drawnOrNothing(page: ProblemPage, c: Context<HttpEnv>, problem: Problem): Promise<Response | undefined> {
  try {
    return await page(c, problem);
  } catch (error) {
    c.get('log')?.error('the page of a refusal could not be drawn', { error });
    return undefined;
  }
}

/** Refusals of the libraries that read requests; their own words are for programmers, and English. */
const ofLibraries: Readonly<Record<number, readonly [ProblemKind, Message]>> = {
  400: [
    'invalid',
    say('The request’s body cannot be read: it is not the whole and well-formed JSON that it should be.'),
  ],
  401: ['not-signed-in', say('Sign in to do this.')],
  403: ['forbidden', say('Your account may see this but not do that with it. Ask an administrator if it should.')],
  404: ['not-found', say('There is nothing at this address.')],
  413: ['too-large', say('The request is larger than this address takes.')],
  415: ['unsupported-media-type', say('The request’s body is of a media type that this address does not take.')],
};
/** PostgreSQL's codes for a text that its encoding cannot hold, such as one with U+0000 in a field of an upload. */
const notText = new Set(['22021', '22P05']);

function asProblem(error: Error): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    const [kind, said] = ofLibraries[error.status] ?? ['invalid' as const, say('The request could not be read.')];
    return new Problem(kind, said, { cause: error });
  }
  if ('code' in error && notText.has(String(error.code))) {
    return new Problem('invalid', say('The request holds a character that no text here can hold.'), { cause: error });
  }
  return undefined;
}

/** RFC 9457 problem details: kind, sentence, request id and machine-readable facts. */
function problemJson(c: Context<HttpEnv>, status: number, problem: Problem | undefined): Response {
  const language = requestLanguage(c);
  const body = {
    type: `about:blank#${problem?.kind ?? 'internal'}`,
    title: translate(language, problem?.said ?? unexpected),
    status,
    kind: problem?.kind ?? 'internal',
    request: c.get('requestId'),
    ...(problem !== undefined && Object.keys(problem.details).length > 0 && { details: problem.details }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Content-Language': language },
  });
}
