import type { Text } from '#kernel/i18n/say.ts';
import type { Actor } from '#kernel/policy/actor.ts';

/** How the last run of a schedule ended, or that it has not. */
export type RunState = 'never' | 'waiting' | 'running' | 'done' | 'failed';

/** What the server does by itself, as the page of it shows; times in ISO 8601. */
export interface BackgroundOverview {
  readonly waiting: number;
  readonly running: number;
  /** Seconds for which the oldest job has been due. */
  readonly oldestSeconds: number;
  readonly schedules: readonly {
    readonly name: string;
    readonly title: Text;
    /** Five fields, UTC. */
    readonly cron: string;
    readonly nextAt: string;
    readonly lastAt?: string;
    readonly state: RunState;
    /** What the run said of itself, in English; why it failed where it did. */
    readonly words?: string;
  }[];
  readonly failed: readonly {
    readonly id: string;
    readonly title: Text;
    readonly failedAt: string;
    readonly attempts: number;
    readonly reason: string;
  }[];
}

/** The work in the background, for those who may see and mend it; everybody else is refused by each of these. */
export interface BackgroundDesk {
  look(actor: Actor): Promise<BackgroundOverview>;
  retry(actor: Actor, id: string): Promise<void>;
  forget(actor: Actor, id: string): Promise<void>;
}
