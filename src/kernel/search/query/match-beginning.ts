import { unpackBlock } from '../segment/unpack.ts';
import { blockSize } from '../segment/segment.ts';
import type { Matches } from './arena.ts';
import type { Plan } from './plan.ts';
import { everyDocument, scoreUnit, type Walk } from './walk.ts';

const block = new Uint32Array(blockSize);

/** Documents with a word that begins so. All terms that do are taken, so that the total is exact; each scores alike. */
export function matchBeginning(walk: Walk, { prefixes }: Extract<Plan, { kind: 'beginning' }>): Matches {
  const { postings, live } = walk.segment;
  const bits = new Uint32Array(live.length);
  const add = (term: number): void => {
    for (let each = postings.firstBlock[term]!; each < postings.firstBlock[term + 1]!; each += 1) {
      const size = unpackBlock(postings, term, each, block);
      for (let nth = 0; nth < size; nth += 1) bits[block[nth]! >>> 5]! |= 1 << (block[nth]! & 31);
    }
  };
  for (const wanted of prefixes) {
    const from = postings.terms.firstFrom(wanted);
    for (let term = from; term < postings.terms.size && postings.terms.at(term).startsWith(wanted); term += 1)
      add(term);
  }
  for (let at = 0; at < bits.length; at += 1) bits[at]! &= walk.visible[at]!;
  const found = everyDocument({ ...walk, visible: bits });
  found.scores.fill(1 / scoreUnit, 0, found.count);
  return found;
}
