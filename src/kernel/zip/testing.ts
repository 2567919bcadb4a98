import { crc32, deflateRawSync } from 'node:zlib';
import { directoryRecord, endRecords, localHeader } from './headers.ts';

/** One entry of an archive made by hand; what is not given is what an honest program would write. */
export interface HandmadeEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Lies in the table of contents. */
  readonly says?: {
    readonly size?: number;
    readonly compressedSize?: number;
    readonly crc32?: number;
    readonly offset?: number;
    readonly method?: number;
  };
  readonly flags?: number;
  /** Unix file mode. */
  readonly mode?: number;
}

/** Builds an archive with the given lies in it, for tests. */
export function aZip(
  entries: readonly HandmadeEntry[],
  lies: { readonly entries?: number; readonly directoryOffset?: number } = {},
): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', says = {}, flags = 0x0800, mode } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const honest = {
      name: Buffer.from(name),
      method: 8 as const,
      flags,
      time: 0,
      crc32: crc32(bytes),
      size: bytes.length,
      compressedSize: packed.length,
      offset,
    };
    const local = Buffer.concat([localHeader({ ...honest, large: false }), packed]);
    const { method, ...numbers } = says;
    if (method !== undefined) local.writeUInt16LE(method, 8);
    const record = directoryRecord({ ...honest, ...numbers });
    if (method !== undefined) record.writeUInt16LE(method, 10);
    if (mode !== undefined) {
      record.writeUInt8(3, 5);
      record.writeUInt32LE((mode << 16) >>> 0, 38);
    }
    pieces.push(local);
    directory.push(record);
    offset += local.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  return Buffer.concat([
    ...pieces,
    ...directory,
    endRecords(lies.entries ?? entries.length, size, lies.directoryOffset ?? offset),
  ]);
}
