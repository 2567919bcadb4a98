import type { Language } from '#kernel/i18n/say.ts';
import type { SearchHit, SearchSnippet } from '../answer.ts';
import type { SearchContent, SearchDocument, TextByLanguage } from '../document.ts';
import type { Ranked } from '../query/best.ts';
import { cutSnippet } from './cut-snippet.ts';
import { findMarks, mergeMarks, type Wanted } from './find-marks.ts';

/** The document as its reader may see it: only one of its forms is ever among the hits of that reader. */
export function storedDocument({ segment, document }: Pick<Ranked, 'segment' | 'document'>): SearchDocument {
  // Written by this index itself.
  return JSON.parse(segment.stored.read(document)) as SearchDocument;
}

/** A hit in the reader's language where there is one: title, and the piece of text around the matches. */
export function presentHit(ranked: Ranked, wanted: Wanted, language: Language, score: number): SearchHit {
  const document = storedDocument(ranked);
  const [titleLanguage, title] = pick(document.title, language) ?? (['en', document.id] as const);
  const snippet = snippetOf(document, wanted, language);
  return {
    id: document.id,
    kind: document.kind,
    path: document.path,
    title,
    titleLanguage,
    titleMarks: mergeMarks(findMarks(title, titleLanguage, wanted)),
    ...(snippet !== undefined && { snippet }),
    score,
    ...(document.published !== undefined && { published: document.published }),
    demonstration: document.demonstration ?? false,
  };
}

/** Languages in the order in which a reader of this one is shown them. */
export function inOrderFor(language: Language): readonly Language[] {
  return [...new Set<Language>([language, 'en', 'fr', 'es', 'ru', 'ar', 'zh'])];
}

export function pick(texts: TextByLanguage, language: Language): readonly [Language, string] | undefined {
  for (const candidate of inOrderFor(language)) {
    const text = texts[candidate];
    if (text !== undefined && text !== '') return [candidate, text];
  }
  return undefined;
}

/** From the text in the reader's language that has a match, else in another; without any match, its beginning. */
function snippetOf(document: SearchDocument, wanted: Wanted, language: Language): SearchSnippet | undefined {
  const texts = [document, ...(document.restricted ?? [])].flatMap(textsOf);
  let first: SearchSnippet | undefined;
  for (const candidate of inOrderFor(language)) {
    for (const all of texts) {
      const text = all[candidate];
      if (text === undefined || text === '') continue;
      const found = findMarks(text, candidate, wanted);
      if (found.length > 0) return cutSnippet(text, candidate, found);
      first ??= cutSnippet(text, candidate, []);
    }
  }
  return first;
}

function textsOf({ text, fields = {} }: SearchContent): readonly TextByLanguage[] {
  const named = Object.values(fields).flatMap(({ text: each }) => (isList(each) ? [] : [each]));
  return text === undefined ? named : [text, ...named];
}

const isList = (text: TextByLanguage | readonly string[]): text is readonly string[] => Array.isArray(text);
