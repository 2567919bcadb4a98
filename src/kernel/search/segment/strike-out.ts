import type { SearchDocument } from '../document.ts';
import { analyseDocument } from '../words/analyse-document.ts';
import { lengthOfCode } from './length-scale.ts';
import type { Segment } from './segment.ts';
import { isPublic } from './segment-builder.ts';

/** Documents of a record that are in this segment and not struck out. */
export function documentsOf(segment: Segment, key: string): readonly number[] {
  const { keys, keyOrder, live } = segment;
  const found: number[] = [];
  for (let at = keys.firstFrom(key, keyOrder); at < segment.count; at += 1) {
    const document = keyOrder[at]!;
    if (keys.at(document) !== key) break;
    if ((live[document >>> 5]! >>> (document & 31)) & 1) found.push(document);
  }
  return found;
}

/** Takes a document out of lists, counts and of what ranking knows. */
export function strikeOut(segment: Segment, document: number): void {
  segment.live[document >>> 5]! &= ~(1 << (document & 31));
  segment.struckOut += 1;
  const { publicly, postings } = segment;
  const seenBy = segment.classes[segment.classOf[document]!];
  if (seenBy === undefined || !isPublic(seenBy)) return;
  publicly.documents -= 1;
  publicly.length -= lengthOfCode[segment.lengths[document]!]!;
  const terms = new Set<string>();
  // Written by this index itself.
  analyseDocument(JSON.parse(segment.stored.read(document)) as SearchDocument, (term) => void terms.add(term));
  for (const term of terms) {
    const number = postings.terms.find(term);
    if (number >= 0) publicly.byTerm[number]! -= 1;
  }
}
