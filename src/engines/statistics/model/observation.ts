/** One figure of a flow. `key` follows the structure's dimensions; a missing attribute is absent, never an empty string. */
export interface Observation {
  readonly key: readonly string[];
  /** SDMX time period: `2019`, `2019-S1`, `2019-Q1`, `2019-03`, `2019-03-31` … */
  readonly period: string;
  /** Absent where OBS_STATUS says why (suppressed, missing). */
  readonly value?: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Where an observation came from: the batch (one import of one file, or one accepted return) and its row there, counted from 1. */
export interface Provenance {
  readonly batch: string;
  readonly row: number;
}
