import { fold } from '../words/fold.ts';
import { stopWords } from '../words/stop-words.ts';
import type { Query } from './parse-query.ts';

interface Relaxed {
  readonly matched: 'beginning' | 'some';
  readonly query: Query;
}

/** What a query may be taken for when nothing has all of it: its last word as a beginning, then some of its words. */
export function relaxations(query: Query): readonly Relaxed[] {
  const parts = query.kind === 'and' ? query.of : [query];
  const last = parts.at(-1);
  const all: Relaxed[] = [];
  if (last?.kind === 'word') {
    const of = [...parts.slice(0, -1), { kind: 'beginning', text: last.text } as const];
    all.push({ matched: 'beginning', query: of.length === 1 ? of[0]! : { kind: 'and', of } });
  }
  const words = parts.filter(({ kind }) => kind === 'word' || kind === 'phrase' || kind === 'identifier');
  const meant = words.filter((part) => part.kind !== 'word' || !stopWords.has(fold(part.text)));
  // What is excluded or filtered stays so.
  const kept = parts.filter((part) => !words.includes(part));
  if (meant.length > 1) all.push({ matched: 'some', query: { kind: 'and', of: [{ kind: 'or', of: meant }, ...kept] } });
  return all;
}
