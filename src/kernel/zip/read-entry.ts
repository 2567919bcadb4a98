import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { ByteSource } from './byte-source.ts';
import type { ZipEntry } from './entry.ts';

const localHeaderSize = 30;
const chunkBytes = 128 * 1024;

/**
 * Decompressed bytes of one entry, in chunks, checked while they go by: never more than the table of contents says
 * (which passed the limits), and at the end the right size and checksum. Problems are 'invalid' or 'not-implemented'.
 */
export async function* readEntry(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const start = await findData(source, entry);
  let size = 0;
  let checksum = 0;
  for await (const chunk of decompressed(source, entry, start)) {
    size += chunk.length;
    if (size > entry.size) throw lies(source, entry);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== entry.size || checksum !== entry.crc32) throw lies(source, entry);
}

async function findData(source: ByteSource, entry: ZipEntry): Promise<number> {
  const header = await source.read(entry.offset, localHeaderSize);
  if (header.length < localHeaderSize || header.readUInt32LE(0) !== 0x04034b50) throw lies(source, entry);
  const start = entry.offset + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  // Two readers must never see two different files: the header before the data has to agree with the table of contents.
  if (header.readUInt16LE(8) !== entry.method || start + entry.compressedSize > entry.endsBefore)
    throw lies(source, entry);
  return start;
}

async function* compressed(
  source: ByteSource,
  entry: ZipEntry,
  start: number,
): AsyncGenerator<Buffer, void, undefined> {
  const end = start + entry.compressedSize;
  for (let at = start; at < end;) {
    const chunk = await source.read(at, Math.min(chunkBytes, end - at));
    if (chunk.length === 0) throw lies(source, entry);
    at += chunk.length;
    yield chunk;
  }
}

async function* decompressed(
  source: ByteSource,
  entry: ZipEntry,
  start: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.method === 0) {
    yield* compressed(source, entry, start);
    return;
  }
  if (entry.method !== 8) {
    throw new Problem(
      'not-implemented',
      say(
        'The entry {entry} of {file} is packed in a way that is not read here (method {method}). Pack it again as an ordinary zip (deflate).',
        {
          entry: entry.name,
          file: source.name,
          method: entry.method,
        },
      ),
    );
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  const input = Readable.from(compressed(source, entry, start), { objectMode: false });
  pipeline(input, inflate, () => {});
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (cause) {
    // Only what the decompressor says is about the archive; a failing disk is told as what it is.
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))
      throw lies(source, entry, cause);
    throw cause;
  } finally {
    input.destroy();
    inflate.destroy();
  }
}

function lies(source: ByteSource, entry: ZipEntry, cause?: unknown): Problem {
  return new Problem(
    'invalid',
    say(
      'The entry {entry} of {file} is damaged: its content does not match its description. Save or send the file again.',
      {
        entry: entry.name,
        file: source.name,
      },
    ),
    { cause, details: { entry: entry.name } },
  );
}
