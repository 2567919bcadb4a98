/** A number of 32 bits from an id (FNV-1a), the same wherever the document lies: it decides between equal scores. */
export function tieOf(id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}
