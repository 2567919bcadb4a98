import { articleSpans } from './articles.ts';
import { symbolSpans } from './symbols.ts';

/** A formal reference in a text, in the one spelling in which it is kept. */
export interface IdentifierSpan {
  readonly start: number;
  readonly end: number;
  /** Any of these finds it. */
  readonly forms: readonly string[];
  /** What it is a part of, or a more general form: found by those as well. */
  readonly broader: readonly string[];
}

const mayHold = /[0-9\u0660-\u0669]|第.{1,6}条|ecli|eli\//iu;

/** Where formal references stand in a text, apart from one another, in order. */
export function spansOfIdentifiers(text: string): readonly IdentifierSpan[] {
  if (!mayHold.test(text)) return [];
  const all = [...symbolSpans(text), ...articleSpans(text)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const kept: IdentifierSpan[] = [];
  for (const span of all) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Formal references in a text with what they are part of. */
export function identifiersIn(text: string): readonly string[] {
  return [...new Set(spansOfIdentifiers(text).flatMap(({ forms, broader }) => [...forms, ...broader]))];
}

/** Spellings under which a given identifier is kept. */
export function formsOfIdentifier(identifier: string): readonly string[] {
  const found = identifiersIn(identifier);
  return found.length > 0 ? found : [identifier.toLowerCase().replaceAll(/\s+/g, '')];
}
