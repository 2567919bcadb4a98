import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Problem, type ProblemKind } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

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

function asProblem(error: Error): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!(error instanceof HTTPException)) return undefined;
  const kinds: Record<number, ProblemKind> = {
    400: 'invalid',
    401: 'not-signed-in',
    403: 'forbidden',
    404: 'not-found',
    413: 'too-large',
    415: 'unsupported-media-type',
  };
  return new Problem(
    kinds[error.status] ?? 'invalid',
    say('{reason}', { reason: error.message || 'The request could not be read.' }),
    { cause: error },
  );
}

/** RFC 9457 problem details: kind, sentence, request id and machine-readable facts. */
function problemJson(c: Context<HttpEnv>, status: number, problem: Problem | undefined): Response {
  const body = {
    type: `about:blank#${problem?.kind ?? 'internal'}`,
    title: problem?.message ?? unexpected.id,
    status,
    kind: problem?.kind ?? 'internal',
    request: c.get('requestId'),
    ...(problem !== undefined && Object.keys(problem.details).length > 0 && { details: problem.details }),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
}
