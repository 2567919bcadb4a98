import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip as zip } from 'node:zlib';

type Pieces = AsyncIterable<string> | Iterable<string>;

/** Characters up to which an answer is sent whole: a stream costs more than a small answer itself. */
const small = 131_072;
const compression = { level: constants.Z_BEST_SPEED };

/** A body that is written as it is read, and stops being written when the reader goes away; a small one as a whole. */
export async function bodyOf(
  pieces: Pieces,
  gzip: boolean,
): Promise<ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  let beginning = '';
  while (beginning.length <= small) {
    const next = await iterator.next();
    if (next.done === true) {
      const whole = new TextEncoder().encode(beginning);
      return gzip ? new Uint8Array(await promisify(zip)(whole, compression)) : whole;
    }
    beginning += next.value;
  }
  return streamBody(resumed(beginning, iterator), gzip);
}

async function* resumed(beginning: string, rest: AsyncIterator<string> | Iterator<string>): AsyncGenerator<string> {
  try {
    yield beginning;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function streamBody(pieces: Pieces, gzip: boolean): ReadableStream<Uint8Array> {
  const encoded = encode(pieces);
  if (!gzip) return toStream(encoded);
  const zipped = createGzip(compression);
  // An error ends the pipeline and shows at the reader; there is nothing more to do with it here.
  pipeline(Readable.from(encoded, { objectMode: true, highWaterMark: 2 }), zipped, () => undefined);
  return toStream(zipped);
}

async function* encode(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 32_768) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

function toStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Whether Accept-Encoding takes gzip. */
export function takesGzip(header: string | undefined): boolean {
  return (header ?? '').split(',').some((part) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part));
}
