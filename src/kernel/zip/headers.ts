import type { WrittenEntry } from './writable-entry.ts';

export const most32 = 0xffffffff;
const most16 = 0xffff;

/** Marks names as UTF-8, and sizes as following the data. */
export const utf8Flag = 0x0800;
export const sizesFollowFlag = 0x0008;

type LocalHeader = Pick<WrittenEntry, 'name' | 'method' | 'flags' | 'time' | 'crc32' | 'size' | 'compressedSize'> & {
  readonly large: boolean;
};

/** Header before the data (APPNOTE 4.3.7); a large entry announces 64-bit sizes there. */
export function localHeader(entry: LocalHeader): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(entry.large ? 45 : 20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt32LE(entry.time, 10);
  header.writeUInt32LE(entry.crc32, 14);
  header.writeUInt32LE(entry.large ? most32 : entry.compressedSize, 18);
  header.writeUInt32LE(entry.large ? most32 : entry.size, 22);
  header.writeUInt16LE(entry.name.length, 26);
  const extra = entry.large ? largeExtra([BigInt(entry.size), BigInt(entry.compressedSize)]) : Buffer.alloc(0);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}

/** Checksum and sizes after data that came in pieces (APPNOTE 4.3.9). */
export function dataDescriptor(crc32: number, compressedSize: number, size: number, large: boolean): Buffer {
  const descriptor = Buffer.alloc(large ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc32, 4);
  if (large) {
    descriptor.writeBigUInt64LE(BigInt(compressedSize), 8);
    descriptor.writeBigUInt64LE(BigInt(size), 16);
  } else {
    descriptor.writeUInt32LE(compressedSize, 8);
    descriptor.writeUInt32LE(size, 12);
  }
  return descriptor;
}

/** One line of the table of contents (APPNOTE 4.3.12), with the zip64 field where a number needs it. */
export function directoryRecord(entry: WrittenEntry): Buffer {
  const large = [entry.size, entry.compressedSize, entry.offset].filter((value) => value >= most32);
  const extra = large.length === 0 ? Buffer.alloc(0) : largeExtra(large.map(BigInt));
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(large.length === 0 ? 20 : 45, 4);
  record.writeUInt16LE(large.length === 0 ? 20 : 45, 6);
  record.writeUInt16LE(entry.flags, 8);
  record.writeUInt16LE(entry.method, 10);
  record.writeUInt32LE(entry.time, 12);
  record.writeUInt32LE(entry.crc32, 16);
  record.writeUInt32LE(Math.min(entry.compressedSize, most32), 20);
  record.writeUInt32LE(Math.min(entry.size, most32), 24);
  record.writeUInt16LE(entry.name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(Math.min(entry.offset, most32), 42);
  return Buffer.concat([record, entry.name, extra]);
}

/** End of the archive (APPNOTE 4.3.14–16), with the zip64 records where a number needs them. */
export function endRecords(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, most16), 8);
  end.writeUInt16LE(Math.min(entries, most16), 10);
  end.writeUInt32LE(Math.min(size, most32), 12);
  end.writeUInt32LE(Math.min(offset, most32), 16);
  if (entries < most16 && size < most32 && offset < most32) return end;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}

function largeExtra(values: readonly bigint[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(value, 4 + index * 8);
  return extra;
}
