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

/** What the administrator's page, the readiness probe and the jobs need beside the contract. */
export interface OpenDatabase extends Database {
  /** Server version as text ("18.4"), where it is (never with a password), and whether a power cut is survived. */
  readonly facts: { readonly version: string; readonly where: string; readonly survivesPowerLoss: boolean };
  /** Calls `heard` with the payload of each NOTIFY on the channel. Delivery is a hint, not a promise: poll as well. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
}

/** A numbered forward-only step. `id` is "area/NNNN-name"; areas run in the order the house lists them. */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

/** Where the database says what happened to it, in words; the house gives its structured log. */
export interface DatabaseLog {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}
