import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { ZipEntry } from './entry.ts';
import { type ZipLimits, ratioMatters } from './limits.ts';
import type { RawEntry } from './read-directory.ts';

const localHeaderSize = 30;

/** Checks names, sizes and places of all entries together, before a byte of any is read; gives each its end. */
export function checkEntries(
  raw: readonly RawEntry[],
  directoryOffset: number,
  limits: ZipLimits,
  file: string,
): ZipEntry[] {
  refuseBadNames(raw, file);
  refuseBadSizes(raw, limits, file);
  const inOrder = raw.toSorted((a, b) => a.offset - b.offset);
  const ends = new Map<RawEntry, number>();
  for (const [index, entry] of inOrder.entries()) {
    const endsBefore = inOrder[index + 1]?.offset ?? directoryOffset;
    // Bombs let many entries share one block of data; honest archives never do.
    if (entry.offset + localHeaderSize + entry.nameBytes + entry.compressedSize > endsBefore) {
      throw new Problem(
        'invalid',
        say(
          'The entry {entry} of {file} overlaps another one. No honest program writes such archives; it was not opened.',
          {
            entry: entry.name,
            file,
          },
        ),
      );
    }
    ends.set(entry, endsBefore);
  }
  return raw.map((entry) => {
    const { name, directory, size, compressedSize, crc32, method, offset } = entry;
    return { name, directory, size, compressedSize, crc32, method, offset, endsBefore: ends.get(entry)! };
  });
}

function refuseBadNames(entries: readonly RawEntry[], file: string): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const parts = name.split('/');
    if (name === '' || parts[0] === '' || /^[a-z]:/i.test(name) || parts.includes('..') || /\p{Cc}/u.test(name)) {
      throw new Problem(
        'invalid',
        say('The archive {file} holds an entry whose name leads out of it ({entry}). It was not opened.', {
          file,
          entry: printable(name),
        }),
      );
    }
    // File systems and OOXML both treat names that differ only in case as one.
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) {
      throw new Problem(
        'invalid',
        say('The archive {file} holds {entry} twice, so it can be read in two ways. Pack it again.', {
          file,
          entry: name,
        }),
      );
    }
    seen.add(key);
  }
}

function refuseBadSizes(entries: readonly RawEntry[], limits: ZipLimits, file: string): void {
  let total = 0;
  for (const { name: entry, size, compressedSize } of entries) {
    total += size;
    if (size > limits.entryBytes) {
      throw new Problem(
        'too-large',
        say(
          'The entry {entry} of {file} would grow to {size} bytes; at most {limit} are read. Split the data over several files.',
          {
            entry,
            file,
            size,
            limit: limits.entryBytes,
          },
        ),
        { details: { limit: limits.entryBytes, size, entry } },
      );
    }
    if (size > ratioMatters && size > compressedSize * limits.ratio) {
      throw new Problem(
        'too-large',
        say(
          'The entry {entry} of {file} would grow to more than {limit} times its packed size, as only harmful archives do. It was not opened.',
          {
            entry,
            file,
            limit: limits.ratio,
          },
        ),
        { details: { limit: limits.ratio, size, compressedSize, entry } },
      );
    }
  }
  if (total > limits.totalBytes) {
    throw new Problem(
      'too-large',
      say('The archive {file} would grow to {size} bytes; at most {limit} are read. Split it.', {
        file,
        size: total,
        limit: limits.totalBytes,
      }),
      { details: { limit: limits.totalBytes, size: total } },
    );
  }
}

function printable(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
