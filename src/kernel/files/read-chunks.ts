import { createReadStream } from 'node:fs';

/** Bytes of a file on disk; it is opened when the first is taken, and closed when the taker stops. */
export async function* readChunks(path: string): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk as Buffer;
}
