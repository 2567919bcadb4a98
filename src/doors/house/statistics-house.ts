import type { Config } from '#kernel/config/index.ts';
import type { Database } from '#kernel/database/index.ts';
import type { Files } from '#kernel/files/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import {
  listFlows,
  openIndicators,
  openReleasedStore,
  referenceGeography,
  type FlowDefinition,
  type Indicators,
  type OpenReleasedStore,
  type StatisticsContext,
} from '#engines/statistics/index.ts';
import { demonstration, flows, indicators } from '#systems/index.ts';
import { hideDemonstration } from './hide-demonstration.ts';
import { originalsIn } from './open-files.ts';

/** The statistics engine, opened on this house's record, files and definitions. */
export interface StatisticsHouse {
  readonly flows: readonly FlowDefinition[];
  readonly store: OpenReleasedStore;
  readonly indicators: Indicators;
  /** Definitions of the systems, and of the flows that files made. */
  definitions(): Promise<readonly FlowDefinition[]>;
  /** What a use case works with, for one actor and request. */
  context(actor: Actor, more?: Pick<StatisticsContext, 'request' | 'progress'>): StatisticsContext;
  close(): Promise<void>;
}

export async function openStatisticsHouse(parts: {
  config: Config;
  database: Database;
  files: Files;
  clock: () => Date;
}): Promise<StatisticsHouse> {
  const { config, database, files, clock } = parts;
  const { dataFolder, demo } = config;
  const defined = demo ? [...flows, ...demonstration.flows] : flows;
  const released = await openReleasedStore({ database, dataFolder, clock });
  const store = demo ? released : hideDemonstration(released);
  const originals = originalsIn(files);
  return {
    flows: defined,
    store,
    indicators: openIndicators(
      demo ? [...indicators, ...demonstration.indicators] : indicators,
      store,
      referenceGeography(),
    ),
    definitions: () => listFlows({ database, flows: defined }),
    context: (actor, more = {}) => ({ database, files: originals, dataFolder, clock, actor, flows: defined, ...more }),
    close: () => released.close(),
  };
}
