import type { Config } from '#kernel/config/index.ts';
import type { Database } from '#kernel/database/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import type { RegisterDefinition, RegistersContext } from '#engines/registers/index.ts';
import { registers } from '#systems/index.ts';

/** The registers engine, opened on this house's record and definitions. */
export interface RegistersHouse {
  readonly definitions: readonly RegisterDefinition[];
  /** What a use case works with, for one actor and request. */
  context(actor: Actor, more?: Pick<RegistersContext, 'request'>): RegistersContext;
}

export function openRegistersHouse(parts: {
  config: Pick<Config, 'demo'>;
  database: Database;
  clock: () => Date;
}): RegistersHouse {
  const { config, database, clock } = parts;
  return {
    definitions: registers,
    context: (actor, more = {}) => ({
      database,
      clock,
      actor,
      registers,
      demonstration: config.demo,
      ...more,
    }),
  };
}
