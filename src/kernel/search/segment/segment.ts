import type { Audience } from '#kernel/policy/audience.ts';
import type { StringTable } from './string-table.ts';
import type { StoredTexts } from './stored-texts.ts';

export const blockSize = 128;

/** Who finds a document: whoever is in all of `needs` and in none of `lacks`. */
export interface VisibilityClass {
  readonly needs: readonly Audience[];
  readonly lacks: readonly Audience[];
  readonly demonstration: boolean;
}

/** Which documents hold which term. Blocks of 128 postings: their last document is known before they are unpacked. */
export interface Postings {
  /** Sorted by UTF-16 units. */
  readonly terms: StringTable;
  /** Of term t: blocks `firstBlock[t]` to `firstBlock[t + 1]`, postings `firstPosting[t]` to `firstPosting[t + 1]`. */
  readonly firstBlock: Uint32Array;
  readonly firstPosting: Uint32Array;
  readonly blockLast: Uint32Array;
  /** Where the block's documents begin in `documentBytes`: varints of the distance to the one before, less one. */
  readonly blockDocuments: Uint32Array;
  readonly documentBytes: Uint8Array;
  /** Weighted frequency of each posting, in halves. */
  readonly weights: Uint8Array;
  /** Where the block's word places begin in `placeBytes`: varints of distance × 2, plus 1 at a document's last. */
  readonly blockPlaces: Uint32Array;
  readonly placeBytes: Uint8Array;
}

/**
 * Values of a facet by document: codes `starts[d]` to `starts[d + 1]` into the sorted `values`; without `starts` each document has
 * just one, `codes[d]`. Codes are as narrow as their number allows: counting is a matter of memory.
 */
export interface FacetColumn {
  readonly values: StringTable;
  readonly starts: Uint32Array | undefined;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/** A part of the index that no longer changes, but for the documents that are struck out. */
export interface Segment {
  readonly count: number;
  readonly postings: Postings;
  /** Weighted words of each document on a logarithmic scale (`length-scale.ts`). */
  readonly lengths: Uint8Array;
  /** Decides between equal scores, whatever segment a document lies in. */
  readonly ties: Uint32Array;
  readonly classes: readonly VisibilityClass[];
  readonly classOf: Uint16Array;
  /** `source \0 record` of each document, and the documents in the order of these. */
  readonly keys: StringTable;
  readonly keyOrder: Uint32Array;
  readonly facets: ReadonlyMap<string, FacetColumn>;
  /** Numbers, and dates as milliseconds since 1970; NaN where a document has none. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly stored: StoredTexts;
  /** Bit d is set while document d is in the index. */
  readonly live: Uint32Array;
  /** Documents struck out; with each the copies of `live` are made anew. */
  struckOut: number;
  /** What ranking may know: documents that everybody may read, their weighted words, and by term how many hold it. */
  readonly publicly: { documents: number; length: number; readonly byTerm: Uint32Array };
}
