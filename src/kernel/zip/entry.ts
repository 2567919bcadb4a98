/** One file or folder of an archive, as its table of contents describes it. */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes, checked: never absolute, never upwards. */
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  readonly compressedSize: number;
  readonly crc32: number;
  /** 0 stored, 8 deflated; others are refused when the entry is read. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Where its data must have ended: the next entry, or the table of contents. */
  readonly endsBefore: number;
}
