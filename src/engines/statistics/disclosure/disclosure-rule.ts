import type { Selection } from '../checks/check.ts';

/** What a flow keeps back when it is released. */
export interface DisclosureRule {
  /** Counts from 1 to `threshold` − 1 are not shown; zero is no secret. */
  readonly threshold: number;
  /** The figures that are counts of persons or cases. */
  readonly of: Selection;
  /** Groups that add up along one dimension, all other codes being the same. */
  readonly sums: readonly { readonly dimension: string; readonly total: string; readonly parts: readonly string[] }[];
  /** Codes that lead from a count to what is computed from it (its rate, its share): hidden with it. */
  readonly with?: readonly Readonly<Record<string, string>>[];
}

/** What was kept back of a release, for its page and its record. */
export interface DisclosureSummary {
  readonly threshold: number;
  /** Small counts, and what is computed from them. */
  readonly primary: number;
  /** What would have given them away. */
  readonly secondary: number;
  /** Small counts that an earlier release gives away all the same; nothing done now can take that back. */
  readonly exposed: number;
}

/** How a hidden figure is marked (SDMX CL_CONF_STATUS): confidential itself, or secondary, set by who publishes. */
export const confidentialityOf = { primary: 'C', secondary: 'S' } as const;
/** Missing value; suppressed (SDMX CL_OBS_STATUS). */
export const suppressedStatus = 'Q';
/** Audience under which a hidden figure goes into the public file, without its value. Nobody's own. */
export const maskedAudience = 'masked';
