export { type ByteSource, openByteSource } from './byte-source.ts';
export type { ZipEntry } from './entry.ts';
export { defaultZipLimits, type ZipLimits } from './limits.ts';
export { type OpenZipOptions, openZip, type Zip } from './open-zip.ts';
export type { EntryContent, EntryToWrite } from './writable-entry.ts';
export { writeZip, type WriteZipOptions } from './write-zip.ts';
