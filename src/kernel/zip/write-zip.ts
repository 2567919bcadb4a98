import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  dataDescriptor,
  directoryRecord,
  endRecords,
  localHeader,
  most32,
  sizesFollowFlag,
  utf8Flag,
} from './headers.ts';
import { dosTime, type EntryContent, type EntryToWrite, type WrittenEntry } from './writable-entry.ts';

export interface WriteZipOptions {
  /** 1 fastest to 9 smallest; 6 by default. */
  readonly level?: number;
}

/** Below this size a compressor costs more than it saves. */
const worthPacking = 100;

const epoch = new Date(Date.UTC(1980, 0, 1));

/**
 * Bytes of a zip archive, entry after entry as they come, in constant memory and as fast as they are taken. The same entries give
 * the same bytes. A name that leads out of the archive or comes twice is 'wrong-use'; more than 4 GiB in an entry not marked large is 'too-large'.
 */
export async function* writeZip(
  entries: Iterable<EntryToWrite> | AsyncIterable<EntryToWrite>,
  options: WriteZipOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  const level = options.level ?? 6;
  const written: WrittenEntry[] = [];
  const names = new Set<string>();
  let offset = 0;
  for await (const entry of entries) {
    checkName(entry.name, names);
    const start = offset;
    const { content } = entry;
    const steps =
      typeof content === 'string' || content instanceof Uint8Array
        ? writeWhole(entry, toBytes(content), start, level)
        : writePieces(entry, content, start, level);
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) {
        written.push(step.value);
        break;
      }
      offset += step.value.length;
      yield step.value;
    }
  }
  const directoryOffset = offset;
  for (const entry of written) {
    const record = directoryRecord(entry);
    offset += record.length;
    yield record;
  }
  yield endRecords(written.length, offset - directoryOffset, directoryOffset);
}

type Steps = AsyncGenerator<Buffer, WrittenEntry, undefined>;

async function* writeWhole(entry: EntryToWrite, content: Buffer, offset: number, level: number): Steps {
  const packed = entry.stored || content.length < worthPacking ? content : deflateRawSync(content, { level });
  const smaller = packed.length < content.length;
  const data = smaller ? packed : content;
  const described = {
    name: Buffer.from(entry.name),
    method: smaller ? (8 as const) : (0 as const),
    flags: utf8Flag,
    time: dosTime(entry.modified ?? epoch),
    crc32: crc32(content),
    size: content.length,
    compressedSize: data.length,
    offset,
  };
  yield localHeader({ ...described, large: false });
  yield data;
  return described;
}

async function* writePieces(
  entry: EntryToWrite,
  content: Exclude<EntryContent, string | Uint8Array>,
  offset: number,
  level: number,
): Steps {
  const large = entry.large ?? false;
  const method = entry.stored ? (0 as const) : (8 as const);
  const header = {
    name: Buffer.from(entry.name),
    method,
    flags: utf8Flag | sizesFollowFlag,
    time: dosTime(entry.modified ?? epoch),
  };
  yield localHeader({ ...header, crc32: 0, size: 0, compressedSize: 0, large });
  const sum = { crc32: 0, size: 0 };
  const bytes = measured(content, sum);
  let compressedSize = 0;
  for await (const chunk of entry.stored ? bytes : deflated(bytes, level)) {
    compressedSize += chunk.length;
    if (!large && (compressedSize >= most32 || sum.size >= most32)) throw beyond4GiB(entry.name);
    yield chunk;
  }
  yield dataDescriptor(sum.crc32, compressedSize, sum.size, large);
  return { ...header, ...sum, compressedSize, offset };
}

async function* measured(
  content: Exclude<EntryContent, string | Uint8Array>,
  sum: { crc32: number; size: number },
): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of content) {
    const bytes = toBytes(piece);
    sum.crc32 = crc32(bytes, sum.crc32);
    sum.size += bytes.length;
    if (bytes.length > 0) yield bytes;
  }
}

async function* deflated(
  bytes: AsyncGenerator<Buffer, void, undefined>,
  level: number,
): AsyncGenerator<Buffer, void, undefined> {
  const input = Readable.from(bytes, { objectMode: false });
  const deflate = createDeflateRaw({ level, chunkSize: 64 * 1024 });
  pipeline(input, deflate, () => {});
  try {
    for await (const chunk of deflate) yield chunk as Buffer;
  } finally {
    input.destroy();
    deflate.destroy();
  }
}

function toBytes(content: string | Uint8Array): Buffer {
  return typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

function checkName(name: string, names: Set<string>): void {
  const parts = name.split('/');
  const key = name.normalize('NFC').toLowerCase();
  if (name === '' || parts[0] === '' || parts.includes('..') || /\p{Cc}|\\|^[a-z]:/iu.test(name) || names.has(key)) {
    throw new Problem(
      'wrong-use',
      say('The name {name} cannot be given to a file of an archive: it leads out of it or is there already.', { name }),
    );
  }
  names.add(key);
}

function beyond4GiB(name: string): Problem {
  return new Problem('too-large', say('The file {name} grew beyond 4 GiB while it was packed. Split it.', { name }), {
    details: { limit: most32 },
  });
}
