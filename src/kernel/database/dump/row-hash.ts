import { createHash } from 'node:crypto';

const modulus = 2n ** 256n;

/**
 * One figure for a table's rows whatever their order: the sum of the rows' SHA-256, modulo 2^256, in hexadecimal. Rows need not be
 * sorted to compare a restored table with the one that was dumped, and a row given twice counts twice.
 */
export function rowHash(): { add(line: string): void; readonly rows: number; hex(): string } {
  let sum = 0n;
  let rows = 0;
  return {
    add(line) {
      sum = (sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % modulus;
      rows += 1;
    },
    get rows() {
      return rows;
    },
    hex: () => sum.toString(16).padStart(64, '0'),
  };
}
