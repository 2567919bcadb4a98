import { join } from 'node:path';
import { auditMigrations, auditOperations, startSealer, type Sealer } from '#kernel/audit/index.ts';
import { keptSecret, type Config } from '#kernel/config/index.ts';
import { lockDataFolder, migrate, openDatabase, type OpenDatabase } from '#kernel/database/index.ts';
import { eventsMigrations } from '#kernel/events/index.ts';
import type { Files } from '#kernel/files/index.ts';
import { identityMigrations, identityOperations, type IdentityContext } from '#kernel/identity/index.ts';
import { jobsMigrations, jobsOperations, tableQueue, type Queue } from '#kernel/jobs/index.ts';
import { openLog, type Log } from '#kernel/log/index.ts';
import { openMail } from '#kernel/mail/index.ts';
import { linksMigrations } from '#kernel/links/index.ts';
import { combinePermissions, type Permissions } from '#kernel/policy/index.ts';
import { openSearch, searchMigrations, searchOperations, type Search } from '#kernel/search/index.ts';
import { openStreams, streamsMigrations, type Streams } from '#kernel/streams/index.ts';
import { registersMigrations, registersOperations } from '#engines/registers/index.ts';
import {
  statisticsMigrations,
  statisticsOperations,
  tidyUp,
  workMigrations,
  workOperations,
} from '#engines/statistics/index.ts';
import { backgroundOf, type Background } from './background.ts';
import { openHouseFiles } from './open-files.ts';
import { openRegistersHouse, type RegistersHouse } from './registers-house.ts';
import { openStatisticsHouse, type StatisticsHouse } from './statistics-house.ts';
import { searchSources } from './search-sources.ts';
import { seedFacts, seedFirstStart } from './first-start.ts';

/** Everything of one installation, opened: what commands and routes work with. */
export interface House {
  readonly config: Config;
  readonly log: Log;
  readonly clock: () => Date;
  readonly database: OpenDatabase;
  readonly secret: string;
  readonly files: Files;
  readonly identity: IdentityContext;
  readonly permissions: Permissions;
  readonly statistics: StatisticsHouse;
  readonly registers: RegistersHouse;
  readonly search: Search;
  readonly sealer: Sealer;
  /** Work for later; a server does it, a command may ask for it. */
  readonly queue: Queue;
  readonly background: Background;
  /** Documents that many workers read; opened at a server's start, and by a command that asks. */
  streams(): Promise<Streams>;
  /** Where the newest link of the audit chain is kept outside the database. */
  readonly headFile: string;
  /** After an acceptance, release or withdrawal: the figures in force and the index are read again, and what follows is warmed. */
  afterChange(): Promise<void>;
  /** Work to do in the background after each change and after the start; a failure is noted and changes nothing. */
  readonly warmers: (() => Promise<unknown>)[];
  /** Sets that work going; closing waits for it. */
  warm(): void;
  close(): Promise<void>;
}

export const allMigrations = [
  ...auditMigrations,
  ...identityMigrations,
  ...jobsMigrations,
  ...eventsMigrations,
  ...linksMigrations,
  ...streamsMigrations,
  ...searchMigrations,
  ...statisticsMigrations,
  ...workMigrations,
  ...registersMigrations,
];
const sealEvery = 500;

/** Opens a data folder under its lock: database, migrations, engines, index. A second owner is refused with one sentence. */
export async function openHouse(
  config: Config,
  options: { for: 'server' | 'command'; clock?: () => Date },
): Promise<House> {
  const clock = options.clock ?? (() => new Date());
  const log = openLog({
    level: options.for === 'server' ? 'info' : 'warn',
    write: (line) => process.stderr.write(line),
    clock,
  });
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    const lock = await lockDataFolder(config.dataFolder);
    closing.push(() => lock.release());
    const secret = config.secret ?? (await keptSecret(config.dataFolder));
    const { dataFolder, databaseUrl } = config;
    const database = await openDatabase({ dataFolder, log, ...(databaseUrl !== undefined && { databaseUrl }) });
    closing.push(() => database.close());
    await migrate(database, allMigrations);
    const headFile = join(config.dataFolder, 'audit', 'head.json');
    const sealer = startSealer(database, {
      intervalMs: sealEvery,
      headFile,
      secret,
      clock,
      onTrouble: (error) => log.error('sealing the audit log failed', { error }),
    });
    closing.push(() => sealer.stop());
    const queue = tableQueue(database, { log });
    let opening: Promise<Streams> | undefined;
    const streams = (): Promise<Streams> => {
      opening ??= openStreams(database, { log, natsUrl: config.natsUrl });
      return opening;
    };
    closing.push(async () => (await opening?.catch(() => undefined))?.close(0));
    if (options.for === 'server') await streams();
    const registers = openRegistersHouse({ config, database, clock, search: () => search });
    const permissions = combinePermissions([
      identityOperations,
      auditOperations,
      jobsOperations,
      searchOperations,
      statisticsOperations,
      workOperations,
      registersOperations(registers.definitions),
    ]);
    const mail = openMail({
      smtpUrl: config.smtpUrl,
      mailboxFolder: join(config.dataFolder, 'mailbox'),
      from: `Mandata <no-reply@${new URL(config.origin).hostname}>`,
      clock,
    });
    const identity: IdentityContext = {
      database,
      clock,
      secret,
      mail,
      origin: config.origin,
      demonstration: config.demo,
      isScope: (scope) => permissions.isScope(scope),
      onTrouble: (error) => log.error('identity could not finish its work', { error }),
    };
    const files = openHouseFiles(config);
    for (const path of await tidyUp({ database, dataFolder }))
      log.warn('removed what an interrupted import left', { path });
    const statistics = await openStatisticsHouse({ config, database, files, clock });
    closing.push(() => statistics.close());
    const search = openSearch({
      sources: [...searchSources({ statistics }), ...registers.sources],
      log,
      database,
      folder: join(dataFolder, 'search'),
    });
    closing.push(() => search.close());
    const warmers: (() => Promise<unknown>)[] = [];
    const warming = new Set<Promise<unknown>>();
    const warm = (): void => {
      for (const each of warmers) {
        const under = each()
          .catch((error: unknown) => log.warn('warming failed', { error }))
          .finally(() => warming.delete(under));
        warming.add(under);
      }
    };
    // Closing the figures under a reader ends the process from inside DuckDB, or never.
    closing.push(async () => void (await Promise.all(warming)));
    const afterChange = async (): Promise<void> => {
      await statistics.store.refresh();
      await search.refresh();
      warm();
    };
    const opened = {
      config,
      log,
      clock,
      database,
      secret,
      files,
      identity,
      permissions,
      statistics,
      registers,
      search,
    };
    const background = backgroundOf(() => house);
    const house: House = { ...opened, sealer, queue, background, streams, headFile, warmers, warm, afterChange, close };
    closing.push(() => background.stop(0));
    await seedFacts(house);
    await seedFirstStart(house);
    if (options.for === 'server') await search.refresh();
    return house;
  } catch (error) {
    await close().catch((cause: unknown) => log.error('closing after a failed start failed too', { error: cause }));
    throw error;
  }
}
