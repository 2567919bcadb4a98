import { createNetClient } from '#kernel/net/index.ts';

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** The guarded client in the shape of `fetch`, for a library that brings its own requests; text bodies only. */
export function guardedFetch(): (url: string, options: FetchOptions) => Promise<Response> {
  const client = createNetClient();
  return async (url, { method, headers, body }) => {
    const answer = await client.request(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      ...(headers !== undefined && { headers }),
      ...((typeof body === 'string' || body instanceof URLSearchParams) && { body: body.toString() }),
    });
    return new Response(new Uint8Array(await answer.bytes()), { status: answer.status, headers: [...answer.headers] });
  };
}
