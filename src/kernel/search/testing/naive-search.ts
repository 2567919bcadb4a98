import type { Audience } from '#kernel/policy/audience.ts';
import type { SearchContent, SearchDocument } from '../document.ts';

/** A query as a tree, for a search that knows no index and no parser. */
export type Asked =
  | { readonly kind: 'word' | 'beginning'; readonly word: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'facet'; readonly facet: string; readonly value: string }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Asked[] }
  | { readonly kind: 'not'; readonly of: Asked };

export interface NaiveQuery {
  readonly asked: Asked;
  readonly audiences: readonly Audience[] | 'all';
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** The query in the query language. */
export function written(asked: Asked): string {
  switch (asked.kind) {
    case 'word':
      return asked.word;
    case 'beginning':
      return `${asked.word}*`;
    case 'phrase':
      return `"${asked.words.join(' ')}"`;
    case 'facet':
      return `${asked.facet}:${asked.value}`;
    case 'years':
      return `year:${asked.from}..${asked.to}`;
    case 'and':
      return `(${asked.of.map(written).join(' ')})`;
    case 'or':
      return `(${asked.of.map(written).join(' OR ')})`;
    case 'not':
      return asked.of.kind === 'word' ? `-${asked.of.word}` : `NOT ${written(asked.of)}`;
  }
}

/** What a reader may see of a document: everything open to one of the reader's audiences. */
export function contentsFor(
  document: SearchDocument,
  audiences: readonly Audience[] | 'all',
): readonly SearchContent[] {
  const may = (audience: Audience): boolean => audiences === 'all' || audiences.includes(audience);
  if (!may(document.audience)) return [];
  return [document, ...(document.restricted ?? []).filter((part) => may(part.audience))];
}

function textsOf(document: SearchDocument, contents: readonly SearchContent[]): string[][] {
  const texts = [
    ...Object.values(document.title),
    ...contents.flatMap(({ names = [], text = {}, fields = {} }) => [
      ...names,
      ...Object.values(text),
      ...Object.values(fields).flatMap((field) => Object.values<string>(field.text as Record<string, string>)),
    ]),
  ];
  return texts.map((text) => text.split(' '));
}

/** Looks at every document, word by word. */
export function naiveMatches(documents: readonly SearchDocument[], { asked, audiences }: NaiveQuery): SearchDocument[] {
  return documents.filter((document) => {
    const contents = contentsFor(document, audiences);
    if (contents.length === 0 || document.demonstration === true) return false;
    const texts = textsOf(document, contents);
    const holds = (part: Asked): boolean => {
      switch (part.kind) {
        case 'word':
          return texts.some((words) => words.includes(part.word));
        case 'beginning':
          return texts.some((words) => words.some((word) => word.startsWith(part.word)));
        case 'phrase':
          return texts.some((words) =>
            words.some((_, at) => part.words.every((word, nth) => words[at + nth] === word)),
          );
        case 'facet':
          return valuesOf(document, contents, part.facet).includes(part.value);
        case 'years': {
          const year = document.numbers?.['year'];
          return year !== undefined && year >= part.from && year <= part.to;
        }
        case 'and':
          return part.of.every(holds);
        case 'or':
          return part.of.some(holds);
        case 'not':
          return !holds(part.of);
      }
    };
    return holds(asked);
  });
}

export function valuesOf(document: SearchDocument, contents: readonly SearchContent[], facet: string): string[] {
  if (facet === 'kind') return [document.kind];
  return [...new Set(contents.flatMap(({ facets = {} }) => facets[facet] ?? []))];
}

/** Whether it passes every filter but the one on this facet. */
export function passes(document: SearchDocument, { filters, audiences }: NaiveQuery, except?: string): boolean {
  const contents = contentsFor(document, audiences);
  return Object.entries(filters).every(
    ([facet, values]) =>
      facet === except ||
      values.length === 0 ||
      valuesOf(document, contents, facet).some((value) => values.includes(value)),
  );
}

/** Counts of a facet over what passes all filters but its own. */
export function naiveCounts(
  matches: readonly SearchDocument[],
  query: NaiveQuery,
  facet: string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const document of matches) {
    if (!passes(document, query, facet)) continue;
    for (const value of valuesOf(document, contentsFor(document, query.audiences), facet))
      counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
