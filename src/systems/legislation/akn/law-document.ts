import type { Coverage, Day, Relation } from '../law/law.ts';

export const provisionKinds = ['section', 'article', 'rule', 'clause', 'paragraph'] as const;
export type ProvisionKind = (typeof provisionKinds)[number];

/** A law in one language, with all versions of its provisions: what one Akoma Ntoso document holds. */
export interface LawDocument {
  /** ISO 3166-1 alpha-3. */
  readonly jurisdiction: string;
  /** Subtype in the address of the work: `act`, `decree`, `code` … */
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Language of the original, where this is a translation. */
  readonly translatedFrom?: string;
  readonly adopted: Day;
  readonly inForce?: Day;
  readonly repealed?: Day;
  readonly gazette?: { readonly title: string; readonly number?: string; readonly date?: Day };
  readonly provisions: readonly DocumentProvision[];
}

export interface DocumentProvision {
  readonly kind: ProvisionKind;
  readonly eId: string;
  readonly number: string;
  readonly heading: string;
  /** Lines; those that begin with a mark such as “(1)” or “(a)” are subdivisions. */
  readonly wording: string;
  readonly from: Day;
  /** Last day. */
  readonly to?: Day;
  /** Treaty articles that it answers to. */
  readonly answers: readonly DocumentReference[];
}

export interface DocumentReference {
  /** Id of the instrument. */
  readonly treaty: string;
  readonly article: string;
  readonly paragraph?: string;
  readonly relation: Relation;
  readonly coverage: Coverage;
}
