/** What a file is known by: its content. */
export interface StoredFile {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
}

export type FileContent = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Keeps files by the hash of their content: the same content is kept once, and nothing is ever changed in place. */
export interface Files {
  /**
   * Keeps content. When this resolves, it is on disk or with the storage service; when it rejects, nothing is half-written.
   * More than `limit` bytes is 'too-large'; no room or no connection is 'unavailable'.
   */
  put(content: FileContent, options?: { readonly limit?: number }): Promise<StoredFile>;
  /** A kept file and its bytes, which are read when they are asked for; one that is not there is 'not-found'. */
  open(sha256: string): Promise<StoredFile & { content(): AsyncGenerator<Buffer, void, undefined> }>;
  has(sha256: string): Promise<boolean>;
  /** Reads the whole file again: whether it still is what it was. One that is not there is 'not-found'. */
  verify(sha256: string): Promise<boolean>;
  /** Gives the work a path to the file on this machine (not to be written to), for formats that are not read from front to end. */
  withPath<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>;
  /** All kept files, in no order that matters. */
  list(): AsyncGenerator<StoredFile, void, undefined>;
  /** Takes a file away, for the erasure of personal data; one that is not there is no error. */
  remove(sha256: string): Promise<void>;
}
