// What a client asks for, whichever version of the REST API it speaks. The 1.x and 2.x parsers both end here.

/** Chooses artefacts. `*` is every one; a version is a semantic version or one of its selectors (`~`, `+`, `1.2+.0`). */
export interface Selection {
  readonly agencies: readonly string[];
  readonly ids: readonly string[];
  readonly versions: readonly string[];
}

export const structureDetails = [
  'full',
  'raw',
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
  'referencepartial',
] as const;
type StructureDetail = (typeof structureDetails)[number];

export const referenceLevels = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
] as const;
export type ReferenceLevel = (typeof referenceLevels)[number];

export interface StructureQuery {
  /** Resource names as the client wrote them (`codelist`, `dataconstraint`, `*`). */
  readonly resource: string;
  readonly select: Selection;
  /** Empty: every item. */
  readonly items: readonly string[];
  readonly detail: StructureDetail;
  /** A level, or resource names of the kinds wanted. */
  readonly references: ReferenceLevel | readonly string[];
}

export type DataContext = 'dataflow' | 'datastructure' | 'provisionagreement' | '*';

/** Values wanted by dimension, in key order; an empty list is a wildcard. Dimensions left off at the end are wildcards. */
export type Key = readonly (readonly string[])[];

export const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const;
type Operator = (typeof operators)[number];
export interface Condition {
  readonly operator: Operator;
  readonly value: string;
}
/** Any alternative may hold; all conditions of an alternative must. */
export interface ComponentFilter {
  readonly component: string;
  readonly alternatives: readonly (readonly Condition[])[];
}

export interface ProviderChoice {
  readonly agency?: string;
  readonly id: string;
}

interface DataSelection {
  readonly context: DataContext;
  readonly select: Selection;
  /** Any key may match; none given is everything. */
  readonly keys: readonly Key[];
  readonly filters: readonly ComponentFilter[];
  /** Empty: every provider. */
  readonly providers: readonly ProviderChoice[];
  readonly updatedAfter?: Date;
}

export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
}

export interface DataQuery extends DataSelection {
  readonly first?: number;
  readonly last?: number;
  /** `TIME_PERIOD`, another dimension, or `AllDimensions`; absent: time series. */
  readonly dimensionAtObservation?: string;
  /** `dsd`, `msd`, `dataset`, `series`, `obs`, `all`, `none`, or attribute ids. */
  readonly attributes: readonly string[];
  /** `all`, `none`, or measure ids. */
  readonly measures: readonly string[];
  readonly history: boolean;
  readonly asOf?: Date;
  readonly offset?: number;
  readonly limit?: number;
  readonly sort: readonly Sorting[];
}

export interface AvailabilityQuery extends DataSelection {
  /** Components whose values are asked for; empty: all dimensions. */
  readonly components: readonly string[];
  /** `available` leaves the filter on a component out when its own values are listed. */
  readonly mode: 'exact' | 'available';
  readonly references: readonly string[];
}

export interface SchemaQuery {
  readonly context: 'dataflow' | 'datastructure' | 'provisionagreement' | 'metadataflow' | 'metadatastructure';
  readonly agency: string;
  readonly id: string;
  readonly version: string;
  readonly dimensionAtObservation?: string;
}
