import { blockSize, type Segment } from '../segment/segment.ts';
import { unpackBlock } from '../segment/unpack.ts';
import type { Arena, Matches } from './arena.ts';
import { k1, type Ranking } from './ranking.ts';

/** One query at work in one segment. */
export interface Walk {
  readonly segment: Segment;
  readonly visible: Uint32Array;
  readonly ranking: Ranking;
  readonly arena: Arena;
}

const block = new Uint32Array(blockSize);

export const frequencyOf = ({ postings }: Segment, term: number): number =>
  postings.firstPosting[term + 1]! - postings.firstPosting[term]!;

/** Scores are whole numbers of this part of one: their sum is then the same in whatever order it is made. */
export const scoreUnit = 1 / 4096;

/** Score of a term in a document, in units: weight in halves, effect of the length. */
export function scoreOf(idf: number, halves: number, norm: number): number {
  const frequency = halves / 2;
  return Math.round((idf * frequency * (k1 + 1)) / ((frequency + norm) * scoreUnit));
}

/** All documents with a term that the reader may find. */
export function withTerm({ segment, visible, ranking, arena }: Walk, term: number, idf: number): Matches {
  const { postings, lengths } = segment;
  const { firstBlock, firstPosting, weights } = postings;
  const found = arena.matches(frequencyOf(segment, term));
  const { documents, scores } = found;
  let posting = firstPosting[term]!;
  let count = 0;
  // Weights are few: what each scores at each length is worked out once.
  const rows: (Float32Array | undefined)[] = [];
  const rowOf = (halves: number): Float32Array =>
    (rows[halves] ??= Float32Array.from(ranking.norms, (norm) => scoreOf(idf, halves, norm)));
  for (let each = firstBlock[term]!; each < firstBlock[term + 1]!; each += 1) {
    const size = unpackBlock(postings, term, each, block);
    for (let nth = 0; nth < size; nth += 1, posting += 1) {
      const document = block[nth]!;
      if (((visible[document >>> 5]! >>> (document & 31)) & 1) === 0) continue;
      documents[count] = document;
      const halves = weights[posting]!;
      scores[count] = (rows[halves] ?? rowOf(halves))[lengths[document]!]!;
      count += 1;
    }
  }
  found.count = count;
  return found;
}

/** For each of the documents its posting of the term, or -1. Blocks without any of them are not unpacked. */
export function locate(
  { segment: { postings }, arena }: Walk,
  term: number,
  documents: Uint32Array,
  count: number,
): Int32Array {
  const { firstBlock, firstPosting, blockLast } = postings;
  const out = arena.numbers(count);
  const end = firstBlock[term + 1]!;
  const start = firstBlock[term]!;
  const base = firstPosting[term]! - start * blockSize;
  let at = start;
  let unpacked = -1;
  let nth = 0;
  for (let index = 0; index < count; index += 1) {
    const document = documents[index]!;
    if (at < end && blockLast[at]! < document) at = nextBlock(blockLast, at, end, document);
    if (at === end) {
      out.fill(-1, index, count);
      return out;
    }
    if (unpacked !== at) {
      unpackBlock(postings, term, at, block);
      unpacked = at;
      nth = 0;
    }
    while (block[nth]! < document) nth += 1;
    out[index] = block[nth] === document ? base + at * blockSize + nth : -1;
  }
  return out;
}

/** The first block from `at` on that may hold the document, found in growing strides. */
function nextBlock(blockLast: Uint32Array, at: number, end: number, document: number): number {
  let low = at;
  let stride = 1;
  while (low + stride < end && blockLast[low + stride]! < document) {
    low += stride;
    stride <<= 1;
  }
  let high = Math.min(end, low + stride);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blockLast[middle]! < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block of a posting, and which of its postings it is. */
export function blockOf({ postings }: Segment, term: number, posting: number): { block: number; nth: number } {
  const within = posting - postings.firstPosting[term]!;
  return { block: postings.firstBlock[term]! + Math.floor(within / blockSize), nth: within % blockSize };
}

/** All documents that the reader may find. */
export function everyDocument({ segment, visible, arena }: Walk): Matches {
  const found = arena.matches(segment.count);
  let count = 0;
  for (let word = 0; word < visible.length; word += 1) {
    for (let bits = visible[word]!; bits !== 0; bits &= bits - 1)
      found.documents[count++] = (word << 5) + (31 - Math.clz32(bits & -bits));
  }
  found.scores.fill(0, 0, count);
  found.count = count;
  return found;
}
