import { bodyOf, takesGzip } from './body.ts';
import { isFresh } from './conditional.ts';
import type { SdmxRequest } from './request.ts';

export interface Answer {
  readonly contentType: string;
  readonly tag: string;
  readonly modified?: Date;
  /** Languages of the names in the answer. */
  readonly languages: readonly string[];
  /** Name for a file that the client saves. */
  readonly fileName?: string;
  /** Made only when the client has no good copy. */
  readonly body: () => Promise<AsyncIterable<string> | Iterable<string>>;
}

/** Sends an answer: 304 when the client's copy is good, compressed when it takes that. */
export async function respond(request: SdmxRequest, answer: Answer): Promise<Response> {
  const headers = new Headers({
    ETag: answer.tag,
    Vary: 'Accept, Accept-Encoding, Accept-Language, Authorization, Cookie',
    // What an account may see is nobody else's to keep.
    'Cache-Control': request.actor.kind === 'anonymous' ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
  });
  if (answer.modified !== undefined) headers.set('Last-Modified', answer.modified.toUTCString());
  if (isFresh(request.headers, answer.tag, answer.modified)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', answer.contentType);
  if (answer.languages.length > 0) headers.set('Content-Language', answer.languages.join(', '));
  if (answer.fileName !== undefined) headers.set('Content-Disposition', `attachment; filename="${answer.fileName}"`);
  const gzip = takesGzip(request.headers.get('accept-encoding') ?? undefined);
  if (gzip) headers.set('Content-Encoding', 'gzip');
  if (request.withoutBody) return new Response(null, { headers });
  return new Response(await bodyOf(await answer.body(), gzip), { headers });
}
