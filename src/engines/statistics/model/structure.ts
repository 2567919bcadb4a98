import type { Text } from '#kernel/i18n/say.ts';

// The part of the SDMX 3.0 information model that a definition fills in; the registry derives every other artefact from it.

/** Identity of a maintainable artefact: `MANDATA:PRISONS(1.0.0)`. Versions are semantic (SDMX 3.0). */
export interface ArtefactId {
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

export interface Code {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
  /** Code of the same list that this one is part of. */
  readonly parent?: string;
}

export interface Codelist extends ArtefactId {
  readonly name: Text;
  readonly codes: readonly Code[];
}

export interface Dimension {
  readonly id: string;
  readonly name: Text;
  readonly codelist: Codelist;
}

export interface Attribute {
  readonly id: string;
  readonly name: Text;
  /** Absent: free text. */
  readonly codelist?: Codelist;
  readonly required: boolean;
}

/** Every structure also has the time dimension TIME_PERIOD and the measure OBS_VALUE (a double, absent when not a number). */
export interface DataStructure extends ArtefactId {
  readonly name: Text;
  /** In key order, without TIME_PERIOD. */
  readonly dimensions: readonly Dimension[];
  /** Attached to the observation. OBS_STATUS, CONF_STATUS, UNIT_MULT and DECIMALS are always among them. */
  readonly attributes: readonly Attribute[];
}

export interface Dataflow extends ArtefactId {
  readonly name: Text;
  readonly description?: Text;
  readonly structure: DataStructure;
  /** Ids of the categories (themes) that it is filed under. */
  readonly themes: readonly string[];
}

/** `AGENCY:ID`, as people and commands name a flow. */
export function flowName(flow: Pick<ArtefactId, 'agency' | 'id'>): string {
  return `${flow.agency}:${flow.id}`;
}
