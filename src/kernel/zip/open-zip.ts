import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { type ByteSource, openByteSource } from './byte-source.ts';
import { checkEntries } from './check-entries.ts';
import type { ZipEntry } from './entry.ts';
import { findDirectory } from './find-directory.ts';
import { defaultZipLimits, type ZipLimits } from './limits.ts';
import { readDirectory } from './read-directory.ts';
import { readEntry } from './read-entry.ts';

export interface OpenZipOptions {
  readonly limits?: Partial<ZipLimits>;
  /** What messages call the file; by default its base name, or "upload" for bytes. */
  readonly name?: string;
}

/** An archive whose table of contents was read and found sound. Nothing in it is ever unpacked to disk or opened as an archive in turn. */
export interface Zip extends AsyncDisposable {
  readonly name: string;
  readonly entries: readonly ZipEntry[];
  /** By path; case is ignored, as OOXML and the common file systems do. */
  find(path: string): ZipEntry | undefined;
  /** Streams one entry; several may be read at once. */
  read(entry: ZipEntry): AsyncGenerator<Buffer, void, undefined>;
  /** A small entry at once; more than `limit` bytes is 'too-large'. */
  readWhole(entry: ZipEntry, limit: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens an archive from a path or from bytes; everything that makes archives dangerous is refused as a Problem before content is read. */
export async function openZip(source: string | Uint8Array | ByteSource, options: OpenZipOptions = {}): Promise<Zip> {
  const limits = { ...defaultZipLimits, ...options.limits };
  const bytes =
    typeof source === 'string' || source instanceof Uint8Array ? await openByteSource(source, options.name) : source;
  try {
    const place = await findDirectory(bytes);
    const entries = checkEntries(await readDirectory(bytes, place, limits), place.offset, limits, bytes.name);
    return aZip(bytes, entries);
  } catch (problem) {
    await bytes.close();
    throw problem;
  }
}

function aZip(bytes: ByteSource, entries: readonly ZipEntry[]): Zip {
  const byPath = new Map(entries.map((entry) => [key(entry.name), entry]));
  const close = () => bytes.close();
  return {
    name: bytes.name,
    entries,
    find: (path) => byPath.get(key(path)),
    read: (entry) => readEntry(bytes, entry),
    async readWhole(entry, limit) {
      if (entry.size > limit) {
        throw new Problem(
          'too-large',
          say('The part {entry} of {file} has {size} bytes; at most {limit} are read.', {
            entry: entry.name,
            file: bytes.name,
            size: entry.size,
            limit,
          }),
          { details: { limit, size: entry.size, entry: entry.name } },
        );
      }
      return Buffer.concat(await Array.fromAsync(readEntry(bytes, entry)));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function key(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
