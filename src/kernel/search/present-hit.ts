import type { Language } from '#kernel/i18n/say.ts';
import type { SearchDocument, SearchHit } from './document.ts';
import { wordsOf } from './words.ts';

const around = 90;

/** A hit in the reader's language where there is one: title, and the piece of text around the first match. */
export function presentHit(
  document: SearchDocument,
  score: number,
  terms: readonly string[],
  language: Language,
): SearchHit {
  const [titleLanguage, title] = pick(document.title, language) ?? (['en', document.id] as const);
  const snippet = snippetOf(document, terms, language);
  return {
    id: document.id,
    kind: document.kind,
    path: document.path,
    title,
    titleLanguage,
    ...(snippet !== undefined && { snippet }),
    score,
    demonstration: document.demonstration ?? false,
  };
}

function pick(
  texts: Readonly<Partial<Record<Language, string>>>,
  language: Language,
): readonly [Language, string] | undefined {
  const order: Language[] = [language, 'en', 'fr', 'es', 'ru', 'ar', 'zh'];
  for (const candidate of order) {
    const text = texts[candidate];
    if (text !== undefined && text !== '') return [candidate, text];
  }
  return undefined;
}

function snippetOf(document: SearchDocument, terms: readonly string[], language: Language): SearchHit['snippet'] {
  const picked = pick(document.text ?? {}, language);
  if (picked === undefined) return undefined;
  const [shown, text] = picked;
  const last = terms.at(-1);
  const places = wordsOf(text).filter(
    ({ term }) => terms.includes(term) || (last !== undefined && term.startsWith(last)),
  );
  const first = places[0]?.start ?? 0;
  const start = first <= around ? 0 : text.indexOf(' ', first - around) + 1 || first - around;
  const end = Math.min(text.length, start + 2 * around);
  const lead = start > 0 ? '… ' : '';
  const marks = places
    .filter((place) => place.start >= start && place.end <= end)
    .map((place) => [place.start - start + lead.length, place.end - start + lead.length] as const);
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    language: shown,
    marks: withoutOverlaps(marks),
  };
}

function withoutOverlaps(marks: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const [start, end] of [...marks].sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (start >= (kept.at(-1)?.[1] ?? 0)) kept.push([start, end]);
  }
  return kept;
}
