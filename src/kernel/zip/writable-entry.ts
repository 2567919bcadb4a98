/** Content of an entry that is written: at once, or in pieces as they come. */
export type EntryContent = string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

export interface EntryToWrite {
  /** Path with forward slashes, relative; a folder ends in one. */
  readonly name: string;
  readonly content: EntryContent;
  /** Kept to two seconds, in UTC; 1 January 1980 by default, so that the same content gives the same bytes. */
  readonly modified?: Date;
  /** Not compressed: for what is compressed already. */
  readonly stored?: boolean;
  /** Content that comes in pieces and may exceed 4 GiB. */
  readonly large?: boolean;
}

/** What the table of contents needs to know of a written entry. */
export interface WrittenEntry {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly flags: number;
  readonly time: number;
  readonly crc32: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** MS-DOS date and time in one number, from 1980 to 2107 (APPNOTE 4.4.6). */
export function dosTime(date: Date): number {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107) - 1980;
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 65_536 + time;
}
