import { blockSize, type Postings } from './segment.ts';

/** Postings in a block of a term: 128, fewer in its last. */
export function sizeOfBlock({ firstBlock, firstPosting }: Postings, term: number, block: number): number {
  const before = (block - firstBlock[term]!) * blockSize;
  return Math.min(blockSize, firstPosting[term + 1]! - firstPosting[term]! - before);
}

/** Writes the block's documents into `into` from `at` on; answers with how many they are. */
export function unpackBlock(postings: Postings, term: number, block: number, into: Uint32Array, at = 0): number {
  const { documentBytes, blockDocuments, blockLast, firstBlock } = postings;
  const size = sizeOfBlock(postings, term, block);
  let byte = blockDocuments[block]!;
  let document = block === firstBlock[term] ? -1 : blockLast[block - 1]!;
  for (let nth = at; nth < at + size; nth += 1) {
    let value = documentBytes[byte++]!;
    if (value > 127) {
      value &= 127;
      let shift = 7;
      let more: number;
      do {
        more = documentBytes[byte++]!;
        value |= (more & 127) << shift;
        shift += 7;
      } while (more > 127);
    }
    document += value + 1;
    into[nth] = document;
  }
  return size;
}

/** Places of the nth posting of a block, written into `into` from 0 on; answers with how many they are. */
export function unpackPlaces(postings: Postings, block: number, nth: number, into: number[]): number {
  const { placeBytes } = postings;
  let byte = postings.blockPlaces[block]!;
  for (let left = nth; left > 0;) {
    // The lowest bit of a varint's first byte marks a document's last place.
    const first = placeBytes[byte]!;
    while (placeBytes[byte++]! > 127);
    if (first & 1) left -= 1;
  }
  let place = -1;
  for (let count = 0; ; count += 1) {
    let value = 0;
    let shift = 0;
    let more: number;
    do {
      more = placeBytes[byte++]!;
      value |= (more & 127) << shift;
      shift += 7;
    } while (more > 127);
    place += (value >>> 1) + 1;
    into[count] = place;
    if (value & 1) return count + 1;
  }
}
