import { createHash, randomBytes } from 'node:crypto';

let last = 0n;

/** A keyed job's id follows from its key, so that sending it twice needs no look at the table; others sort by time (UUID 8 and 7, RFC 9562). */
export function jobId(kind: string, key: string | undefined, now: number): string {
  if (key !== undefined) return asUuid(createHash('sha256').update(`${kind}\0${key}`).digest().subarray(0, 16), 8);
  const bytes = randomBytes(16);
  // 48 bits of milliseconds and 12 of a count, never going back: jobs sent in one breath keep their order.
  const moment = BigInt(now) << 12n;
  last = moment > last ? moment : last + 1n;
  bytes.writeUIntBE(Number(last >> 12n), 0, 6);
  bytes.writeUInt16BE(Number(last & 0xfffn), 6);
  return asUuid(bytes, 7);
}

function asUuid(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
