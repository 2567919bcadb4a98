import type { Database } from '#kernel/database/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { roleOf } from '#kernel/policy/index.ts';
import type { FlowDefinition } from './definition.ts';

/** Keeps original files by their content; the house gives the file store of the kernel. */
export interface OriginalFiles {
  /** Keeps what is at the path, and says its SHA-256 in hexadecimal. */
  keep(path: string, name: string): Promise<{ readonly sha256: string }>;
  /** A kept file, read when it is asked for; `not-found` for one that is not there. */
  open(sha256: string): Promise<{ readonly size: number; content(): AsyncIterable<Uint8Array> }>;
}

/** What every use case of the engine works with. */
export interface StatisticsContext {
  readonly database: Database;
  readonly files: OriginalFiles;
  /** The house's data folder; the engine works in its `statistics` and `cache`. */
  readonly dataFolder: string;
  readonly clock: () => Date;
  readonly actor: Actor;
  /** Flows that the systems define; those made from files are read from the database. */
  readonly flows: readonly FlowDefinition[];
  /** Id of the request, for the audit log. */
  readonly request?: string;
  /** Told how far long work has come; may be called often. */
  readonly progress?: (step: {
    readonly doing: 'reading' | 'checking' | 'writing' | 'releasing';
    readonly rows: number;
  }) => void;
}

/** How the record names who acted: the account's id, or `operator`. Never a name: people can be erased, the record cannot. */
export function actedBy(actor: Actor): { by: string; role: string } {
  return { by: actor.kind === 'account' ? actor.id : actor.kind, role: roleOf(actor) };
}
