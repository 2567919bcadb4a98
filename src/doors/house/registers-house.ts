import type { Config } from '#kernel/config/index.ts';
import type { Database } from '#kernel/database/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import type { Search, SearchSource } from '#kernel/search/index.ts';
import {
  recordSearch,
  registerSource,
  type RegisterDefinition,
  type RegistersContext,
} from '#engines/registers/index.ts';
import { registers } from '#systems/index.ts';

/** The registers engine, opened on this house's record and definitions. */
export interface RegistersHouse {
  readonly definitions: readonly RegisterDefinition[];
  /** What the index holds of them. */
  readonly sources: readonly SearchSource[];
  /** What a use case works with, for one actor and request. */
  context(actor: Actor, more?: Pick<RegistersContext, 'request'>): RegistersContext;
}

export function openRegistersHouse(parts: {
  config: Pick<Config, 'demo'>;
  database: Database;
  clock: () => Date;
  /** Opened after the registers, since it reads them. */
  search: () => Search;
}): RegistersHouse {
  const { config, database, clock, search } = parts;
  return {
    definitions: registers,
    sources: registers.map((register) => registerSource(register, database)),
    context: (actor, more = {}) => ({
      database,
      clock,
      actor,
      registers,
      demonstration: config.demo,
      search: { find: (register, words) => recordSearch(search(), actor).find(register, words) },
      ...more,
    }),
  };
}
