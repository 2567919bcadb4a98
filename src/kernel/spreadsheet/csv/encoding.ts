import { isUtf8 } from 'node:buffer';
import { type Message, say } from '#kernel/i18n/say.ts';
import type { ByteSource } from '#kernel/zip/index.ts';

/** Encodings that delimited files really come in: those of the six languages' systems. */
export const csvEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'gb18030',
] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export interface FoundEncoding {
  readonly encoding: CsvEncoding;
  /** Bytes of the byte order mark. */
  readonly skip: number;
  readonly note: Message | undefined;
}

/**
 * Finds the encoding: by byte order mark; by the zero bytes of unmarked UTF-16; UTF-8 if the whole file is valid UTF-8; else
 * Windows-1252, which any bytes are, and which is therefore reported. The file is looked at to its end before a row is given.
 */
export async function detectEncoding(source: ByteSource): Promise<FoundEncoding> {
  const head = await source.read(0, 4096);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3, note: undefined };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2, note: undefined };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2, note: undefined };
  const unmarked = unmarkedUtf16(head);
  if (unmarked !== undefined) {
    return {
      encoding: unmarked,
      skip: 0,
      note: say('The file {file} does not say how its letters are written; it was read as UTF-16.', {
        file: source.name,
      }),
    };
  }
  if (await isAllUtf8(source)) return { encoding: 'utf-8', skip: 0, note: undefined };
  return {
    encoding: 'windows-1252',
    skip: 0,
    note: say(
      'The file {file} is not written in UTF-8; it was read as Windows-1252. Check letters with accents, or save it as "CSV UTF-8".',
      {
        file: source.name,
      },
    ),
  };
}

/** Text of one or two alphabets in UTF-16 has a zero in most pairs, and always on the same side. */
function unmarkedUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const many = head.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

async function isAllUtf8(source: ByteSource): Promise<boolean> {
  const step = 1024 * 1024;
  for (let at = 0; at < source.size;) {
    const chunk = await source.read(at, step);
    const last = at + chunk.length >= source.size;
    // A character may lie across two chunks: the last one of a chunk is left to the next.
    const whole = last ? chunk : chunk.subarray(0, startOfLastCharacter(chunk));
    if (chunk.length === 0) break;
    if (!isUtf8(whole)) return false;
    at += whole.length || chunk.length;
  }
  return true;
}

function startOfLastCharacter(chunk: Buffer): number {
  let at = chunk.length - 1;
  while (at > chunk.length - 4 && at > 0 && (chunk[at]! & 0xc0) === 0x80) at--;
  return at;
}
