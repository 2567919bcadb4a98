/** Day as `2003-09-29`. */
export type Day = string;

/** Text by language (ISO 639-1). */
export type Wording = Readonly<Partial<Record<string, string>>>;

/** A provision as it reads from one day to another; when it is amended, the next one has the same `eId` and starts the day after. */
export interface Provision {
  readonly key: string;
  /** Key of the law. */
  readonly law: string;
  /** Identifier within the law by the Akoma Ntoso naming convention: `sec_5`, `art_12bis`. */
  readonly eId: string;
  readonly number: string;
  readonly heading: Wording;
  readonly wording: Wording;
  /** Place within the law. */
  readonly order: number;
  readonly from: Day;
  /** Last day on which it reads so; open while it still does. */
  readonly to?: Day;
}

export interface Law {
  readonly key: string;
  readonly name: Wording;
  /** ISO 3166-1 alpha-3. */
  readonly jurisdiction: string;
  readonly adopted?: Day;
  readonly inForce?: Day;
  /** Day from which it no longer holds. */
  readonly repealed?: Day;
}

export const coverages = ['yes', 'in-part', 'no', 'not-reviewed'] as const;
export type Coverage = (typeof coverages)[number];

export const relations = [
  'criminalises',
  'defines',
  'penalises',
  'jurisdiction',
  'procedure',
  'cooperation',
  'protection',
  'prevention',
] as const;
export type Relation = (typeof relations)[number];

/** One judgement of a reviewer: how a provision of a State answers to a paragraph of a treaty article, or that none does. */
export interface CoverageEntry {
  readonly key: string;
  /** ISO 3166-1 alpha-3. */
  readonly state: string;
  readonly treaty: string;
  readonly article: string;
  /** `1(a)`; absent where the whole article is meant. */
  readonly paragraph?: string;
  /** Key of the provision. */
  readonly provision?: string;
  readonly relation: Relation;
  readonly coverage: Coverage;
  readonly from?: Day;
  /** Last day. */
  readonly to?: Day;
}
