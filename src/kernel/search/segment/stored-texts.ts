import { readSync } from 'node:fs';

/** The documents as they are shown, fetched one by one for the hits of a page. */
export interface StoredTexts {
  readonly starts: Float64Array;
  read(document: number): string;
  /** All of it, for writing and merging. */
  bytes(from: number, to: number): Uint8Array;
}

export function textsInMemory(bytes: Uint8Array, starts: Float64Array): StoredTexts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    starts,
    read: (document) => buffer.toString('utf8', starts[document], starts[document + 1]),
    bytes: (from, to) => bytes.subarray(from, to),
  };
}

/** Texts left in the file they were written to, from `offset`; the file is open and never changes. */
export function textsInFile(file: number, offset: number, starts: Float64Array): StoredTexts {
  const bytes = (from: number, to: number): Buffer => {
    const target = Buffer.allocUnsafe(to - from);
    let done = 0;
    while (done < target.length) {
      const got = readSync(file, target, done, target.length - done, offset + from + done);
      if (got === 0) throw new Error('A file of the search index is shorter than it says.');
      done += got;
    }
    return target;
  };
  return {
    starts,
    read: (document) => bytes(starts[document]!, starts[document + 1]!).toString('utf8'),
    bytes,
  };
}
