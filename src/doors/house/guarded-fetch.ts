import { createNetClient } from '#kernel/net/index.ts';

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** A person waits for the answer, and what a sign-in service has to say is short. */
const limits = { bytes: 1_000_000, answerMs: 10_000, idleMs: 10_000, totalMs: 15_000 };

/**
 * The guarded client in the shape of `fetch`, for a library that brings its own requests; text bodies only. `hosts` may be
 * in a private network; every other host that is asked, or led on to, must be public.
 */
export function guardedFetch(hosts: readonly string[] = []): (url: string, options: FetchOptions) => Promise<Response> {
  const client = createNetClient({ limits, allow: { hosts } });
  return async (url, { method, headers, body }) => {
    const answer = await client.request(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      ...(headers !== undefined && { headers }),
      ...((typeof body === 'string' || body instanceof URLSearchParams) && { body: body.toString() }),
    });
    return new Response(new Uint8Array(await answer.bytes()), { status: answer.status, headers: [...answer.headers] });
  };
}
