import type { Index, Postings } from './build-index.ts';
import type { SearchAnswer, SearchDocument, SearchQuery } from './document.ts';
import { presentHit } from './present-hit.ts';
import { wordsOf } from './words.ts';

const k1 = 1.2;
const b = 0.75;
const mostExpansions = 64;
const mostInvented = 5;

/** Every word must be there (the last may be a beginning); ranked by BM25 (Robertson & Zaragoza 2009) with a bonus for whole titles. */
export function queryIndex(index: Index, query: SearchQuery): SearchAnswer {
  const terms = [...new Set(wordsOf(query.text).map(({ term }) => term))];
  const visible = (document: SearchDocument): boolean =>
    query.audiences === 'all' || query.audiences.includes(document.audience);
  let scores: Map<number, number> | undefined;
  for (const [position, term] of terms.entries()) {
    const found = scoreTerm(index, term, position === terms.length - 1);
    scores = scores === undefined ? found : intersect(scores, found);
  }
  const readable = [...(scores ?? [])].filter(([number]) => visible(documentAt(index, number)));
  const { real = [], invented = [] } = Object.groupBy(readable, ([number]) =>
    documentAt(index, number).demonstration === true ? 'invented' : 'real',
  );
  const counts = new Map<string, number>();
  for (const [number] of real) {
    const { kind } = documentAt(index, number);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const chosen =
    query.kind === undefined ? real : real.filter(([number]) => documentAt(index, number).kind === query.kind);
  const present = (found: Ranked[]) =>
    found.map(({ document, score }) => presentHit(document, score, terms, query.language));
  const from = (query.page - 1) * query.size;
  return {
    total: chosen.length,
    hits: present(rank(index, chosen, query.text).slice(from, from + query.size)),
    kinds: [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count),
    demonstration: query.demonstration ? present(rank(index, invented, query.text).slice(0, mostInvented)) : [],
  };
}

interface Ranked {
  readonly document: SearchDocument;
  readonly score: number;
}

function rank(index: Index, matches: readonly (readonly [number, number])[], text: string): Ranked[] {
  const wanted = text.trim().toLocaleLowerCase();
  return matches
    .map(([number, score]) => ({
      document: documentAt(index, number),
      score: score + titleBonus(documentAt(index, number), wanted),
    }))
    .sort((one, other) => other.score - one.score || (one.document.id < other.document.id ? -1 : 1));
}

function documentAt(index: Index, number: number): SearchDocument {
  const document = index.documents[number];
  if (document === undefined) throw new Error(`the index has no document ${number}`);
  return document;
}

function scoreTerm(index: Index, term: string, asPrefix: boolean): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [candidate, weight] of asPrefix ? expansions(index, term) : [[term, 1] as const]) {
    const postings = index.postings.get(candidate);
    if (postings !== undefined) addScores(index, postings, weight, scores);
  }
  return scores;
}

function addScores(
  index: Index,
  { documents, frequencies }: Postings,
  weight: number,
  scores: Map<number, number>,
): void {
  const idf = Math.log(1 + (index.documents.length - documents.length + 0.5) / (documents.length + 0.5));
  for (const [at, number] of documents.entries()) {
    const frequency = frequencies[at] ?? 0;
    const norm = k1 * (1 - b + (b * (index.lengths[number] ?? 0)) / index.meanLength);
    const score = (weight * idf * frequency * (k1 + 1)) / (frequency + norm);
    scores.set(number, Math.max(scores.get(number) ?? 0, score));
  }
}

/** The term itself, and the terms that begin with it (at half weight), found by bisection. */
function* expansions(index: Index, prefix: string): Generator<readonly [string, number]> {
  yield [prefix, 1];
  let low = 0;
  let high = index.terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.terms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  for (let at = low, count = 0; count < mostExpansions; at += 1, count += 1) {
    const term = index.terms[at];
    if (term === undefined || !term.startsWith(prefix)) return;
    if (term !== prefix) yield [term, 0.5];
  }
}

function intersect(one: Map<number, number>, other: Map<number, number>): Map<number, number> {
  const both = new Map<number, number>();
  for (const [number, score] of one) {
    const second = other.get(number);
    if (second !== undefined) both.set(number, score + second);
  }
  return both;
}

function titleBonus(document: SearchDocument, wanted: string): number {
  const whole = [...Object.values(document.title), ...(document.names ?? [])];
  return whole.some((title) => title.toLocaleLowerCase() === wanted) ? 20 : 0;
}
