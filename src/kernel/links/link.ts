import type { Audience } from '#kernel/policy/audience.ts';

/** Any thing of the house that can be cited or cite: a record, a release, a return, an event, a report's claim. */
export interface Place {
  /** "register:case-law", "statistics.release", "monitoring.event" … */
  readonly kind: string;
  readonly id: string;
}

export interface Link {
  readonly from: Place;
  readonly to: Place;
  /** How it is cited: "cites", "implements", "derived-from" … */
  readonly relation: string;
  /** Who may know that the one cites the other: the narrower of what the two are for, which the maker decides. */
  readonly audience: Audience;
}
