import type { Multilingual } from '#kernel/i18n/say.ts';

// What a field holds, as it is kept, sent and exported: plain JSON.

/** A day, month or year, as exact as it is known: `2003-12-25`, `2003-12` or `2003` (ISO 8601). */
export type PartialDate = string;

/** From and until, each as exact as it is known; an open end is absent. */
export interface Period {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** An amount in a unit of `reference/units`, by its id. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** Decimal text, so that no cent is rounded, and an ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** WGS 84, degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A person or body as a record names it: no account of the house. */
export interface Party {
  readonly name: string;
  readonly kind: 'person' | 'body';
  /** Office held, or part played. */
  readonly role?: string;
}

/** A kept file, by its content. */
export interface FileValue {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  /** Media type as found in the content, never as claimed. */
  readonly type: string;
  /** ISO 639-1, where the file is in one language. */
  readonly language?: string;
}

export interface LinkValue {
  /** http or https. */
  readonly url: string;
  readonly label?: string;
}

/** Text whose language may be known: by language where it is translatable. */
export type TextValue = string | Multilingual;
