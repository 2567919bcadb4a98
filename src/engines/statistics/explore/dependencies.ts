import type { Text } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import type { Licence } from '../definition.ts';
import type { ObservationOrigin } from '../find-observation-origin.ts';
import type { RecordedFinding } from '../list-findings.ts';
import type { ReleaseChange, ReleaseSummary } from '../list-releases.ts';
import type { ReleasedStore } from '../model/released.ts';

/** What a flow is published under. */
export interface FlowTerms {
  readonly publisher: string;
  readonly licence?: Licence;
}

/** What the pages ask of the engine. Every answer holds only what the actor may read. */
export interface StatisticsPageDependencies {
  readonly store: ReleasedStore;
  readonly clock: () => Date;
  /** Terms of a flow today; a release carries those of its own time. */
  readonly termsOf: (flow: string) => Promise<FlowTerms | undefined>;
  /** Releases that the actor may know of, withdrawn ones with their reason, by flow and number. */
  readonly listReleases: (actor: Actor, flow?: string) => Promise<readonly ReleaseSummary[]>;
  readonly releaseChanges: (
    actor: Actor,
    which: { flow: string; release: number; change?: ReleaseChange['change']; offset?: number; limit?: number },
  ) => Promise<readonly ReleaseChange[]>;
  readonly findOrigin: (
    actor: Actor,
    figure: { flow: { agency: string; id: string }; release: number; key: readonly string[]; period: string },
  ) => Promise<ObservationOrigin | undefined>;
  /** Findings, of any batch, about series of a flow (keys without period, codes joined by points). */
  readonly findingsFor: (
    actor: Actor,
    flow: string,
    series: readonly string[],
  ) => Promise<readonly Pick<RecordedFinding, 'rule' | 'severity' | 'key' | 'said'>[]>;
  /** How many findings of a flow the actor may see, by rule. */
  readonly countFindings: (
    actor: Actor,
    flow: string,
  ) => Promise<
    readonly { readonly rule: string; readonly severity: RecordedFinding['severity']; readonly count: number }[]
  >;
  /** Name of an account for those who may know it. */
  readonly accountName: (account: string) => Promise<string | undefined>;
  /** Names of themes by id, in the order in which the catalogue offers them. */
  readonly themes: ReadonlyMap<string, Text>;
}
