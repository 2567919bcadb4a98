import type { Kysely } from 'kysely';
import type { Actor } from '#kernel/policy/actor.ts';

/** Tables are declared beside the store that owns them and added with `handle.withTables<…>()`. */
// oxlint-disable-next-line typescript/no-empty-object-type -- stores add their own tables to it
export interface NoTables {}
export type Handle = Kysely<NoTables>;

/** The record. Requests run inside `as`, as a role that owns nothing, with the actor's audiences set for row-level security. */
export interface Database {
  readonly kind: 'private' | 'named' | 'last-resort';
  /** Owner's handle, for migrations, jobs and the sealer. Never for a request. */
  readonly owner: Handle;
  /** Runs `work` in one transaction as the actor; commits when it resolves. */
  as<T>(actor: Actor, work: (transaction: Handle) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A numbered forward-only step. `id` is "area/NNNN-name"; areas run in the order the house lists them. */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}
