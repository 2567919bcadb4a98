import type { SixNames, UnLanguage } from '../language.ts';

/** Membership in the United Nations: 193 member States, observer States, and everything else that has a code. */
export const memberships = ['member-state', 'observer', 'area'] as const;
export type Membership = (typeof memberships)[number];

/** A place that figures are given for. Three kinds, so that nobody takes a region or a part of a State for a country. */
export type Area = Country | SubNationalArea | Aggregate;

interface Named {
  /** The code used in data: ISO alpha-3, the portal's own code of a part (`GBR_NI`), `WORLD`, or the M49 code of a region (`039`). */
  readonly id: string;
  readonly name: SixNames;
  /** Languages in which the name could not be confirmed from a published list. */
  readonly unverified: readonly UnLanguage[];
}

/** A country or area of the United Nations list; `alpha3` is user-assigned for Kosovo, which M49 does not list. */
export interface Country extends Named {
  readonly kind: 'country';
  readonly alpha3: string;
  readonly alpha2?: string;
  readonly m49?: string;
  readonly membership: Membership;
  /** M49 code of the smallest region that it lies in; Antarctica lies in none. */
  readonly region?: string;
}

/** A part of a country that reports for itself. */
export interface SubNationalArea extends Named {
  readonly kind: 'sub-national';
  /** Id of the country. */
  readonly parent: string;
  /** Other codes that the same part is given elsewhere. */
  readonly variants: readonly string[];
}

/** The world or a region of M49. */
export interface Aggregate extends Named {
  readonly kind: 'aggregate';
  readonly level: RegionLevel;
  readonly m49: string;
  /** Id of the enclosing aggregate; absent for the world. */
  readonly parent?: string;
}

export const regionLevels = ['world', 'm49-region', 'm49-sub-region', 'm49-intermediate-region'] as const;
export type RegionLevel = (typeof regionLevels)[number];
