import type { Text } from '#kernel/i18n/say.ts';

/** error: the row is rejected. warning: somebody should look. info: what was read differently than written. */
export type Severity = 'error' | 'warning' | 'info';

/** Codes by dimension; a figure is selected when each dimension named has the code, or one of the codes. */
export type Selection = Readonly<Record<string, string | readonly string[]>>;

/** What every check says about itself, for the metadata page and the findings. */
interface About {
  readonly id: string;
  readonly severity: Severity;
  /** What must hold, in one sentence. */
  readonly says: Text;
  readonly formula: string;
  /** What to do when it does not. */
  readonly remedy: Text;
}

export interface PeriodCheck extends About {
  readonly kind: 'period';
  readonly from: number;
  /** Years after the year of the import that are still plausible. */
  readonly ahead: number;
}

export interface RangeCheck extends About {
  readonly kind: 'range';
  readonly of: Selection;
  readonly from: number;
  readonly to: number;
}

export interface WholeCheck extends About {
  readonly kind: 'whole';
  readonly of: Selection;
  /** Severity of a count that is not whole; below zero is always `severity`. */
  readonly fractions: Severity;
}

export interface DuplicateCheck extends About {
  readonly kind: 'duplicate';
}

export interface PartsCheck extends About {
  readonly kind: 'parts';
  readonly dimension: string;
  readonly parts: readonly string[];
  readonly total: string;
  readonly of: Selection;
  /** Absolute difference that is still equal. */
  readonly within: number;
}

export interface AboveCheck extends About {
  readonly kind: 'above';
  readonly part: Selection;
  /** Codes that lead from the part to its whole; the other dimensions stay. */
  readonly whole: Readonly<Record<string, string>>;
}

export interface CountRateCheck extends About {
  readonly kind: 'count-rate';
  readonly dimension: string;
  readonly count: string;
  readonly rate: string;
  readonly per: number;
  /** Dimensions that the population differs by, beside area and period. */
  readonly populationBy: readonly string[];
  /** Relative difference that is still consistent, beside the rate's own rounding. */
  readonly within: number;
}

export interface JumpCheck extends About {
  readonly kind: 'jump';
  readonly of: Selection;
  /** Least ratio of a jump. */
  readonly ratio: number;
  /** Least absolute change of a jump. */
  readonly least: number;
  /** Bound in robust standard deviations (1.4826 × median) of the series' other changes. */
  readonly deviations: number;
}

export interface MirrorCheck extends About {
  readonly kind: 'mirror';
  readonly one: Selection;
  readonly other: Readonly<Record<string, string>>;
  readonly within: number;
}

export interface CoverageCheck extends About {
  readonly kind: 'coverage';
  readonly of: Selection;
  /** Share of the usual number of areas below which a period is named. */
  readonly least: number;
}

export type Check =
  | PeriodCheck
  | RangeCheck
  | WholeCheck
  | DuplicateCheck
  | PartsCheck
  | AboveCheck
  | CountRateCheck
  | JumpCheck
  | MirrorCheck
  | CoverageCheck;
