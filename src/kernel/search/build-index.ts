import type { SearchDocument } from './document.ts';
import { wordsOf } from './words.ts';

const titleWeight = 4;
const nameWeight = 5;

/** Documents that hold a term, ascending, with the term's weighted frequency in each. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly frequencies: Float32Array;
}

export interface Index {
  readonly documents: readonly SearchDocument[];
  readonly postings: ReadonlyMap<string, Postings>;
  /** All terms, sorted, for prefixes. */
  readonly terms: readonly string[];
  readonly lengths: Float32Array;
  readonly meanLength: number;
}

/** Builds the whole index beside the one in use; the caller swaps it in. */
export async function buildIndex(documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>): Promise<Index> {
  const all: SearchDocument[] = [];
  const lengths: number[] = [];
  const growing = new Map<string, { documents: number[]; frequencies: number[] }>();
  for await (const document of documents) {
    const number = all.push(document) - 1;
    const terms = weightedTerms(document);
    let length = 0;
    for (const [term, frequency] of terms) {
      length += frequency;
      const postings = growing.get(term) ?? { documents: [], frequencies: [] };
      if (postings.documents.length === 0) growing.set(term, postings);
      postings.documents.push(number);
      postings.frequencies.push(frequency);
    }
    lengths.push(length);
  }
  const postings = new Map<string, Postings>();
  for (const [term, lists] of growing) {
    postings.set(term, {
      documents: Uint32Array.from(lists.documents),
      frequencies: Float32Array.from(lists.frequencies),
    });
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    documents: all,
    postings,
    terms: [...postings.keys()].sort(),
    lengths: Float32Array.from(lengths),
    meanLength: total / Math.max(1, all.length),
  };
}

function weightedTerms(document: SearchDocument): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const { term } of wordsOf(text)) terms.set(term, (terms.get(term) ?? 0) + weight);
  };
  for (const title of new Set(Object.values(document.title))) add(title, titleWeight);
  for (const name of document.names ?? []) add(name, nameWeight);
  for (const text of Object.values(document.text ?? {})) add(text, 1);
  return terms;
}
