import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { ByteSource } from './byte-source.ts';

/** Where the table of contents lies (APPNOTE 4.3.16, 4.3.14 for zip64). */
export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

const endSignature = 0x06054b50;
const endSize = 22;
const longestComment = 0xffff;

/** Finds the table of contents of an archive; anything that is cut off, split, wrapped or ambiguous is refused as 'invalid'. */
export async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const file = source.name;
  const tailLength = Math.min(source.size, endSize + longestComment);
  const tailOffset = source.size - tailLength;
  const tail = await source.read(tailOffset, tailLength);
  const at = findEnd(tail);
  if (at === undefined) {
    const head = await source.read(0, 4);
    if (head.length === 4 && head.readUInt32LE(0) === 0x04034b50) {
      throw new Problem(
        'invalid',
        say(
          'The file {file} is cut off, or something was added to it: its table of contents does not stand at its end. Save or send it again.',
          { file },
        ),
      );
    }
    throw new Problem('unsupported-media-type', say('The file {file} is not a zip archive.', { file }));
  }
  const place = await placeOf(source, tail, at, tailOffset + at);
  if (place.directory.offset + place.directory.size !== place.endsAt) {
    throw new Problem(
      'invalid',
      say(
        'The table of contents of {file} is not where the file says it is. The file is damaged or something was added to it; save it again.',
        {
          file,
        },
      ),
    );
  }
  return place.directory;
}

function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - endSize; at >= 0; at--) {
    // The comment must reach exactly to the end of the file, so that only one reading of the file is possible.
    if (tail.readUInt32LE(at) === endSignature && at + endSize + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

async function placeOf(source: ByteSource, tail: Buffer, at: number, endOffset: number) {
  const file = source.name;
  const disk = tail.readUInt16LE(at + 4);
  const directory = {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const zip64 = directory.entries === 0xffff || directory.size === 0xffffffff || directory.offset === 0xffffffff;
  const locator = zip64 && endOffset >= 20 ? await source.read(endOffset - 20, 20) : undefined;
  if (locator === undefined || locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) {
    if ((disk !== 0 && disk !== 0xffff) || tail.readUInt16LE(at + 8) !== directory.entries) throw split(file);
    return { directory, endsAt: endOffset };
  }
  const recordOffset = locator.readBigUInt64LE(8);
  const record = recordOffset <= BigInt(source.size) ? await source.read(Number(recordOffset), 56) : Buffer.alloc(0);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) {
    throw new Problem(
      'invalid',
      say('The file {file} is damaged: the place of its table of contents cannot be read. Save it again.', { file }),
    );
  }
  if (record.readUInt32LE(16) !== 0 || locator.readUInt32LE(16) > 1) throw split(file);
  const [entries, size, offset] = [record.readBigUInt64LE(32), record.readBigUInt64LE(40), record.readBigUInt64LE(48)];
  const whole = BigInt(source.size);
  if (size > whole || offset > whole || entries > whole) {
    throw new Problem(
      'invalid',
      say('The file {file} is damaged: its table of contents would lie outside the file. Save it again.', { file }),
    );
  }
  return {
    directory: { entries: Number(entries), size: Number(size), offset: Number(offset) },
    endsAt: Number(recordOffset),
  };
}

function split(file: string): Problem {
  return new Problem(
    'invalid',
    say('The archive {file} is split over several files. Join them into one archive first.', { file }),
  );
}
