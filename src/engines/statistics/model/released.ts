import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { Actor } from '#kernel/policy/actor.ts';
import type { Dataflow } from './structure.ts';

/**
 * One release of a flow, ready to be queried. `relation` is a quoted table name or a parenthesised query whose columns are
 * the dimensions (VARCHAR, in key order), TIME_PERIOD (VARCHAR), OBS_VALUE (DOUBLE, null when missing), the attributes
 * (VARCHAR) and, about the row itself: `_start` and `_end` (DATE, first and last day of the period), `_since` (INTEGER, the
 * release that first published this value), `_batch` (VARCHAR) and `_row` (INTEGER). Sorted by key, then period.
 */
export interface ReleasedFlow {
  readonly flow: Dataflow;
  /** Number of the release, from 1. */
  readonly release: number;
  readonly releasedAt: Date;
  readonly relation: string;
  /**
   * The relation, same rows in the same order, from where a query finds its rows soonest that binds these dimensions, each to
   * so many values. Absent where there is one way alone.
   */
  readonly arranged?: (bound: ReadonlyMap<string, number>) => string;
  /**
   * Relation of the series of a large release: the dimensions, `_observations` and `_values` (DOUBLE: how many, and how many
   * with a value), `_start` and `_end` (DATE, of all of them). Absent where counting the figures themselves is quick.
   */
  readonly series?: string;
  readonly observations: number;
  /** SHA-256 of the release's public file; the ETag is made from it. */
  readonly sha256: string;
}

/** Read access to what is released; everything an actor may not see is not in the relations that it hands out. */
export interface ReleasedStore {
  /** Flows of which the actor can see a release. */
  flows(actor: Actor): Promise<readonly Dataflow[]>;
  /** The release in force for this actor: the latest that is neither withdrawn nor under embargo to them. */
  current(flow: Pick<Dataflow, 'agency' | 'id'>, actor: Actor): Promise<ReleasedFlow | undefined>;
  /** Every release the actor may see, oldest first. */
  all(flow: Pick<Dataflow, 'agency' | 'id'>, actor: Actor): Promise<readonly ReleasedFlow[]>;
  /** Streams a query over relations of the two calls above. Values are bound, never spliced. */
  stream(sql: string, values?: readonly DuckDBValue[]): AsyncIterable<DuckDBDataChunk>;
  rows(sql: string, values?: readonly DuckDBValue[]): Promise<readonly Readonly<Record<string, DuckDBValue>>[]>;
}
