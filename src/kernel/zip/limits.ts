/** Bounds on an archive from outside. Sizes are bytes after decompression unless said otherwise. */
export interface ZipLimits {
  /** Entries in the table of contents. */
  readonly entries: number;
  /** One entry, decompressed. */
  readonly entryBytes: number;
  /** All entries together, decompressed. */
  readonly totalBytes: number;
  /** Decompressed ÷ compressed, looked at only above one mebibyte: small repetitive files compress well and harm nobody. */
  readonly ratio: number;
}

/** Defaults with room for the largest published workbooks (30 MB in one sheet at ratio 10) and far below what hurts a small server. */
export const defaultZipLimits: ZipLimits = {
  entries: 10_000,
  entryBytes: 1024 ** 3,
  totalBytes: 2 * 1024 ** 3,
  ratio: 250,
};

export const ratioMatters = 1024 ** 2;
