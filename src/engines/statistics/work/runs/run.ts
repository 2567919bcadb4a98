import type { ProblemKind } from '#kernel/errors/problem.ts';
import type { Message } from '#kernel/i18n/say.ts';
import type { ImportedFinding } from '../../import-file.ts';
import type { RunState } from '../store/tables.ts';

/** One file sent in, as pages and the API show it. `interrupted`: its server stopped before it was done. */
export interface ImportRun {
  readonly id: string;
  readonly by: string;
  readonly flow: string;
  readonly mapping: string | undefined;
  readonly file: { readonly name: string; readonly sha256: string; readonly size: number };
  readonly dryRun: boolean;
  readonly accept: boolean;
  readonly state: RunState | 'interrupted';
  readonly doing: string | undefined;
  readonly rows: number;
  readonly begunAt: Date;
  readonly endedAt: Date | undefined;
  readonly batch: string | undefined;
  /** Why it was refused. */
  readonly problem: Message | undefined;
  readonly problemKind: ProblemKind | undefined;
}

/** What a dry run found; the findings beyond the first `mostKept` are counted only. */
export interface DryRunResult {
  readonly rows: number;
  readonly observations: number;
  readonly suppressed: number;
  readonly rejected: number;
  readonly findingsFound: number;
  readonly findings: readonly ImportedFinding[];
}

export const mostKept = 20_000;
