import type { Actor, Role } from '#kernel/policy/actor.ts';
import type { StatisticsContext } from '../context.ts';
import type { Indicators } from '../indicators/open-indicators.ts';
import type { ReleasedStore } from '../model/released.ts';

/** What the workspace and the API need of the house. */
export interface WorkDeps {
  context(actor: Actor, more?: Pick<StatisticsContext, 'request' | 'progress'>): StatisticsContext;
  readonly store: ReleasedStore;
  readonly indicators: Indicators;
  readonly dataFolder: string;
  readonly clock: () => Date;
  /** After an acceptance, release or withdrawal: figures in force and the search index are read again. */
  afterChange(): Promise<void>;
  /** Who accounts are, as far as the actor may know; without it the record's account ids are shown. */
  people?(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}

export interface Person {
  readonly role: Role;
  readonly organization: { readonly name: string };
  readonly name?: string;
}
