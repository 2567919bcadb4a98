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
