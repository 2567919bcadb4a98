/** A query in terms of the index, the same for every segment. */
export type Plan =
  /** Documents with any of these terms. */
  | { readonly kind: 'terms'; readonly terms: readonly string[] }
  /** Documents where some place p has one of the terms of each word at p + its distance. */
  | { readonly kind: 'phrase'; readonly words: readonly PhraseWord[] }
  /** Documents with a word that begins so, folded: with a term that begins as one of the prefixes. */
  | { readonly kind: 'beginning'; readonly beginning: string; readonly prefixes: readonly string[] }
  /** Documents with this facet value, in any case of letters. */
  | { readonly kind: 'facet'; readonly facet: string; readonly value: string }
  | { readonly kind: 'range'; readonly field: string; readonly number: Range; readonly moment: Range }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Plan[] }
  | { readonly kind: 'not'; readonly of: Plan };

export interface PhraseWord {
  readonly distance: number;
  readonly terms: readonly string[];
}

/** From `from`, counted in, to `to`, counted in for numbers and not for moments. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What adds to the rank of a document that matches, and never decides whether it does. */
export interface Bonus {
  readonly term: string;
  readonly factor: number;
}

export const nothing: Plan = { kind: 'or', of: [] };
export const everything: Plan = { kind: 'and', of: [] };

/** All terms that a plan scores by. */
export function termsIn(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case 'terms':
      return plan.terms;
    case 'phrase':
      return plan.words.flatMap(({ terms }) => terms);
    case 'and':
    case 'or':
      return plan.of.flatMap(termsIn);
    case 'beginning':
    case 'facet':
    case 'range':
    case 'not':
      return [];
  }
}
