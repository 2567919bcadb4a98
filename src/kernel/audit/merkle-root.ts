import { createHash } from 'node:crypto';

const leaf = Buffer.from([0]);
const node = Buffer.from([1]);

/**
 * Root of the Merkle tree over the texts in their order, as 64 hexadecimal digits. Leaves and nodes are hashed with
 * different first bytes, so that no node can pass for a leaf (RFC 9162, 2.1.1); an odd one out moves up as it is.
 */
export function merkleRoot(texts: readonly string[]): string {
  let row: Buffer[] = texts.map((text) => createHash('sha256').update(leaf).update(text, 'utf8').digest());
  if (row.length === 0) return createHash('sha256').digest('hex');
  while (row.length > 1) row = pairs(row);
  return (row[0] as Buffer).toString('hex');
}

function pairs(row: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const [left, right] = [row[at] as Buffer, row[at + 1]];
    above.push(right === undefined ? left : createHash('sha256').update(node).update(left).update(right).digest());
  }
  return above;
}
