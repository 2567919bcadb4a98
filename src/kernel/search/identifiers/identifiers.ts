/** Formal references in a text, each in the one spelling in which it is kept. */
export function identifiersIn(_text: string): readonly string[] {
  return [];
}

/** Spellings under which a given identifier is kept. */
export function formsOfIdentifier(identifier: string): readonly string[] {
  return [identifier.toLowerCase().replaceAll(/\s+/g, '')];
}

export interface IdentifierSpan {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** Where formal references stand in a query, apart from one another. */
export function spansOfIdentifiers(_text: string): readonly IdentifierSpan[] {
  return [];
}
