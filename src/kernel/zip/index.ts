export { type ByteSource, openByteSource } from './byte-source.ts';
export type { ZipEntry } from './entry.ts';
export { defaultZipLimits, type ZipLimits } from './limits.ts';
export { type OpenZipOptions, openZip, type Zip } from './open-zip.ts';
