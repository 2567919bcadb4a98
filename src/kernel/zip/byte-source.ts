import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Bytes that can be read from any place: what a format with its table of contents at the end needs. */
export interface ByteSource {
  /** Shown in messages. */
  readonly name: string;
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a path or wraps bytes in memory; `name` is what messages call it. A path that is not there is 'not-found'. */
export async function openByteSource(source: string | Uint8Array, name?: string): Promise<ByteSource> {
  if (typeof source !== 'string') return bytesInMemory(source, name ?? 'upload');
  const shown = name ?? basename(source);
  const handle = await open(source, 'r').catch((cause: unknown) => {
    throw new Problem(
      'not-found',
      say('The file {file} cannot be opened. Check its name and that it may be read.', { file: shown }),
      {
        cause,
      },
    );
  });
  const { size } = await handle.stat();
  return {
    name: shown,
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      let got = 0;
      while (got < wanted) {
        const { bytesRead } = await handle.read(buffer, got, wanted - got, offset + got);
        if (bytesRead === 0) break;
        got += bytesRead;
      }
      return buffer.subarray(0, got);
    },
    close: () => handle.close(),
  };
}

function bytesInMemory(bytes: Uint8Array, name: string): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    size: buffer.length,
    read: async (offset, length) =>
      buffer.subarray(Math.min(offset, buffer.length), Math.min(offset + length, buffer.length)),
    close: async () => {},
  };
}
