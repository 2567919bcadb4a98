import type { Audience } from '#kernel/policy/audience.ts';
import { Arena } from '../query/arena.ts';
import type { Query } from '../query/parse-query.ts';
import { visibleTo } from '../query/visible.ts';
import { withTerm } from '../query/walk.ts';
import type { Segment } from '../segment/segment.ts';
import { marks } from '../words/analyse-document.ts';
import { eachWord } from '../words/each-word.ts';
import { fold } from '../words/fold.ts';
import { queryTermsOf } from '../words/terms-of.ts';
import { editDistance } from './edit-distance.ts';
import { storedDocument } from './present-hit.ts';

type Audiences = readonly Audience[] | 'all';
const shortest = 4;
const mostWords = 3;
const mostCandidates = 40;

/** The text with near words in place of those that none of the reader's documents has; undefined when there are none. */
export function correctWords(
  segments: readonly Segment[],
  query: Query,
  text: string,
  audiences: Audiences,
): string | undefined {
  let corrected = text;
  for (const word of wordsOf(query).slice(0, mostWords)) {
    if (queryTermsOf(word).some((term) => countOf(segments, term, audiences) > 0)) continue;
    const near = nearest(segments, fold(word), audiences);
    if (near !== undefined) corrected = corrected.replace(word, () => near);
  }
  return corrected === text ? undefined : corrected;
}

function wordsOf(query: Query): readonly string[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(wordsOf);
  const plain = query.kind === 'word' && /^[\p{L}\p{M}]+$/u.test(query.text) && !/\p{Script=Han}/u.test(query.text);
  return plain && query.text.length >= shortest ? [query.text] : [];
}

/** Documents of the reader with a term, in all segments. */
function countOf(segments: readonly Segment[], term: string, audiences: Audiences): number {
  return segments.reduce((sum, segment) => sum + documentsWith(segment, term, audiences).length, 0);
}

function documentsWith(segment: Segment, term: string, audiences: Audiences): Uint32Array {
  const number = segment.postings.terms.find(term);
  if (number < 0) return new Uint32Array();
  const ranking = { idf: new Map<string, number>(), norms: new Float64Array(256) };
  const visible = visibleTo(segment, audiences, false);
  const { documents, count } = withTerm({ segment, visible, ranking, arena: new Arena() }, number, 0);
  return documents.slice(0, count);
}

/** The nearest word with the same first letter that stands in a document of the reader, as it is written there. */
function nearest(segments: readonly Segment[], word: string, audiences: Audiences): string | undefined {
  const most = word.length < 8 ? 1 : 2;
  const candidates = new Map<string, number>();
  for (const { postings } of segments) {
    for (const sign of ['', marks.written]) {
      const prefix = `${sign}${word.slice(0, 1)}`;
      for (let term = postings.terms.firstFrom(prefix); term < postings.terms.size; term += 1) {
        const written = postings.terms.at(term);
        if (!written.startsWith(prefix)) break;
        const distance = editDistance(word, written.slice(sign.length), most);
        if (distance <= most) candidates.set(written, distance);
      }
    }
  }
  const seen = [...candidates]
    .sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, mostCandidates)
    .map(([term, distance]) => ({ term, distance, count: countOf(segments, term, audiences) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.distance - other.distance || other.count - one.count);
  for (const { term } of seen) {
    const asWritten = writtenIn(segments, term, audiences);
    if (asWritten !== undefined) return asWritten;
  }
  return undefined;
}

/** How a term is written in the first of the reader's documents that has it; undefined when it is only a stem. */
function writtenIn(segments: readonly Segment[], term: string, audiences: Audiences): string | undefined {
  const wanted = term.startsWith(marks.written) ? term.slice(1) : term;
  for (const segment of segments) {
    const [document] = documentsWith(segment, term, audiences);
    if (document === undefined) continue;
    let found: string | undefined;
    const look = (value: unknown): void => {
      if (found !== undefined) return;
      if (typeof value === 'string')
        eachWord(value, ({ raw }) => {
          if (found === undefined && fold(raw) === wanted) found = raw.toLowerCase();
        });
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
    };
    const { title, names, text, fields, restricted } = storedDocument({ segment, document });
    look([title, names, text, fields, restricted?.map((part) => [part.names, part.text, part.fields])]);
    if (found !== undefined) return found;
  }
  return undefined;
}
