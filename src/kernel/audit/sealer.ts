import type { Database } from '#kernel/database/types.ts';
import { advanceHead } from './advance-head.ts';
import type { Seal } from './seal.ts';
import { sealBatch } from './seal-batch.ts';
import { findLastSeal } from './store/seals.ts';

export interface SealerSettings {
  readonly intervalMs: number;
  /** Where the newest link is kept outside the database, such as `<data folder>/audit/head.json`. */
  readonly headFile: string;
  /** The house's secret. */
  readonly secret: string;
  readonly clock?: () => Date;
  /** Told of a seal that failed, and once of a log that no longer leads through its head. */
  readonly onTrouble?: (trouble: Error) => void;
}

export interface Sealer {
  /** Seals what is committed now and resolves when nothing is left; throws what went wrong. */
  readonly sealNow: () => Promise<void>;
  /** Ends the rhythm after a last seal. */
  readonly stop: () => Promise<void>;
}

/** Chains committed entries every `intervalMs`. Several servers may each run one: only one of them works at a time. */
export function startSealer(database: Database, settings: SealerSettings): Sealer {
  const { headFile, secret, clock = () => new Date(), onTrouble = () => undefined } = settings;
  let told = false;
  let underWay: Promise<void> = Promise.resolve();

  // The head follows each link: a first run of several batches must not look like a log whose head was taken away.
  const sealAll = async (): Promise<void> => {
    for (let seal = await sealNext(); seal !== undefined; seal = await sealNext()) await keepHead(seal);
  };
  const sealNext = (): Promise<Seal | undefined> => sealBatch(database.owner, secret, clock());
  const keepHead = async (newest: Seal): Promise<void> => {
    if ((await advanceHead(database.owner, headFile, secret, newest)) || told) return;
    told = true;
    onTrouble(new Error(`The audit log no longer leads through the head in ${headFile}. Run "mandata audit verify".`));
  };
  const sealNow = (): Promise<void> => {
    underWay = underWay.catch(() => undefined).then(sealAll);
    return underWay;
  };
  // A server that was killed between a seal and its head catches up first.
  underWay = findLastSeal(database.owner).then((last) => (last === undefined ? undefined : keepHead(last)));
  underWay.catch(onTrouble);

  const timer = setInterval(() => void sealNow().catch(onTrouble), settings.intervalMs);
  return {
    sealNow,
    async stop() {
      clearInterval(timer);
      await sealNow();
    },
  };
}
