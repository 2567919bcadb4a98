import type { SearchDocument } from '../document.ts';
import type { VisibilityClass } from './segment.ts';

const mostAudiences = 3;

/** A document as one group of readers finds it. */
export interface Variant {
  readonly document: SearchDocument;
  readonly seenBy: VisibilityClass;
}

/**
 * The forms in which a document stands in the index: one for each set of its restricted parts that somebody may read. Every reader
 * finds exactly one of them, so that words, counts and snippets of another form are never theirs.
 */
export function variantsOf(document: SearchDocument): readonly Variant[] {
  const { restricted = [], audience, demonstration = false } = document;
  const narrower = [...new Set(restricted.map((part) => part.audience))].filter((one) => one !== audience);
  if (narrower.length > mostAudiences)
    throw new Error(`The document ${document.id} has parts for more than ${mostAudiences} audiences.`);
  return Array.from({ length: 2 ** narrower.length }, (_, set) => {
    const may = narrower.filter((_one, nth) => (set >> nth) & 1);
    const shown = restricted.filter((part) => part.audience === audience || may.includes(part.audience));
    const { restricted: _all, ...open } = document;
    return {
      document: shown.length === 0 ? open : { ...open, restricted: shown },
      seenBy: { needs: [audience, ...may], lacks: narrower.filter((one) => !may.includes(one)), demonstration },
    };
  });
}
