import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { ByteSource } from './byte-source.ts';
import { decodeName } from './decode-name.ts';
import type { ZipEntry } from './entry.ts';
import type { DirectoryPlace } from './find-directory.ts';
import type { ZipLimits } from './limits.ts';

/** An entry before its neighbours are known. */
export type RawEntry = Omit<ZipEntry, 'endsBefore'> & { readonly nameBytes: number };

const recordSize = 46;
/** Ten thousand entries with long names and times take two mebibytes. */
const longestDirectory = 32 * 1024 ** 2;

/** Reads the table of contents (APPNOTE 4.3.12); encrypted entries, links and devices are refused here, in words. */
export async function readDirectory(source: ByteSource, place: DirectoryPlace, limits: ZipLimits): Promise<RawEntry[]> {
  const file = source.name;
  if (place.entries > limits.entries) {
    throw new Problem(
      'too-large',
      say('The archive {file} holds {entries} files; at most {limit} are read. Split it.', {
        file,
        entries: place.entries,
        limit: limits.entries,
      }),
      { details: { limit: limits.entries, entries: place.entries } },
    );
  }
  if (place.size > longestDirectory) throw damaged(file);
  const directory = await source.read(place.offset, place.size);
  const entries: RawEntry[] = [];
  let at = 0;
  for (let index = 0; index < place.entries; index++) {
    if (at + recordSize > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged(file);
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const end = at + recordSize + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (end > directory.length) throw damaged(file);
    entries.push(readRecord(directory, at, nameLength, extraLength, file));
    at = end;
  }
  if (at !== directory.length) throw damaged(file);
  return entries;
}

function readRecord(directory: Buffer, at: number, nameLength: number, extraLength: number, file: string): RawEntry {
  const flags = directory.readUInt16LE(at + 8);
  const nameAt = at + recordSize;
  const name = decodeName(directory.subarray(nameAt, nameAt + nameLength), (flags & 0x0800) !== 0);
  const method = directory.readUInt16LE(at + 10);
  if ((flags & 0x0041) !== 0 || method === 99) {
    throw new Problem(
      'invalid',
      say('The archive {file} is protected by a password ({entry}). Save it without a password and send it again.', {
        file,
        entry: name,
      }),
    );
  }
  refuseSpecialFiles(directory, at, name, file);
  const sizes = {
    size: directory.readUInt32LE(at + 24),
    compressedSize: directory.readUInt32LE(at + 20),
    offset: directory.readUInt32LE(at + 42),
  };
  const extra = directory.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
  return {
    name,
    directory: name.endsWith('/'),
    crc32: directory.readUInt32LE(at + 16),
    method,
    nameBytes: nameLength,
    ...largeSizes(sizes, extra, file),
  };
}

/** Unix file type in the upper half of the external attributes: only plain files and folders may pass. */
function refuseSpecialFiles(directory: Buffer, at: number, entry: string, file: string): void {
  const type = (directory.readUInt32LE(at + 38) >>> 16) & 0o170000;
  const madeOnUnix = [3, 19].includes(directory.readUInt8(at + 5));
  if (!madeOnUnix || type === 0 || type === 0o100000 || type === 0o040000) return;
  throw new Problem(
    'invalid',
    say(
      'The archive {file} holds a link or a device ({entry}) where a plain file belongs. Pack the files themselves.',
      { file, entry },
    ),
  );
}

interface Sizes {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** Replaces each 0xffffffff by its 64-bit value from the zip64 extra field (APPNOTE 4.5.3), in the order the format fixes. */
function largeSizes(sizes: Sizes, extra: Buffer, file: string): Sizes {
  const wanted = (['size', 'compressedSize', 'offset'] as const).filter((key) => sizes[key] === 0xffffffff);
  if (wanted.length === 0) return sizes;
  const field = findExtra(extra, 0x0001);
  if (field === undefined || field.length < wanted.length * 8) throw damaged(file);
  const large: Record<keyof Sizes, number> = { ...sizes };
  for (const [index, key] of wanted.entries()) {
    const value = field.readBigUInt64LE(index * 8);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged(file);
    large[key] = Number(value);
  }
  return large;
}

function findExtra(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

function damaged(file: string): Problem {
  return new Problem(
    'invalid',
    say('The table of contents of {file} is damaged. Save or send the file again.', { file }),
  );
}
