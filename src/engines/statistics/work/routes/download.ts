import { openOriginalFile } from '../../open-original-file.ts';
import type { StatisticsContext } from '../../context.ts';
import { tidyFileName } from '../upload/tidy-file-name.ts';
import { writeCsv, type CsvValue } from '#kernel/spreadsheet/index.ts';

const headers = (type: string, name: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
});

/** Answers with a file that is written while it is sent. */
export function sendFile(
  chunks: AsyncIterable<Uint8Array | string>,
  { type, name }: { type: string; name: string },
): Response {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(stream, { headers: headers(type, name) });
}

/** A table for people: with the mark that Excel needs, and no text that becomes a formula. */
export function sendCsv(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  name: string,
): Response {
  return sendFile(writeCsv(rows, { byteOrderMark: true }), { type: 'text/csv; charset=utf-8', name });
}

/** The file of a batch as it was sent in: to be kept, never to be shown or guessed at by the browser. */
export async function sendOriginal(context: StatisticsContext, batch: string): Promise<Response> {
  const { name, size, sha256, content } = await openOriginalFile(context, batch);
  const answer = sendFile(content(), { type: 'application/octet-stream', name: '' });
  answer.headers.set('Content-Disposition', dispositionOf(name));
  answer.headers.set('Content-Length', String(size));
  answer.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  answer.headers.set('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  return answer;
}

/** A name from outside in a header (RFC 6266): plain for old clients, whole for the others. */
function dispositionOf(name: string): string {
  const tidy = tidyFileName(name);
  const plain = tidy.replaceAll(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(tidy).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
