import type { RegionLevel } from '../areas/area.ts';
import type { SixNames, UnLanguage } from '../language.ts';

export const otherGroupKinds = ['sdg-region', 'development', 'organization', 'programme-region'] as const;

/** A set of countries that figures are given for. */
export interface Group {
  /** `WORLD`, the M49 code (`039`, `747`), or an own code (`SADC`, `PR_SAHEL`). */
  readonly id: string;
  readonly kind: RegionLevel | (typeof otherGroupKinds)[number];
  readonly name: SixNames;
  readonly unverified: readonly UnLanguage[];
  /** True where no list at hand says who belongs to it: the reports name the region and do not list its countries. */
  readonly membersUnverified: boolean;
  /** Where the group comes from: a list, or the reports' paragraphs that speak of it. */
  readonly source: string;
  /** Other names under which files give it. */
  readonly labels: readonly string[];
}
