import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { verifyAuditNightly } from '#kernel/audit/index.ts';
import { forgetOldEvents, type Events, type Listener } from '#kernel/events/index.ts';
import { forgetDoneJobs, type Work } from '#kernel/jobs/index.ts';
import { forgetFinishedMessages, type Reader, type Streams } from '#kernel/streams/index.ts';
import { nightlyBackup } from '../keeping/nightly-backup.ts';
import type { House } from './open-house.ts';
import { sweepSessions } from './sweep-sessions.ts';
import { forgetOldChanges, searchAlerts } from '#kernel/search/index.ts';
import { savedSearchesOf } from './saved-searches.ts';
import { tidyFolder } from './tidy-folder.ts';

/** Everything that a server does by itself. An engine adds its own by one line: `...statisticsWork(…)`. */
export function allWork(house: House, { events, streams }: { events: Events; streams: Streams }): readonly Work[] {
  const { clock, queue, log, database, secret, headFile, config } = house;
  const here = kindOfFolder(database.kind, config.dataFolder);
  return [
    sweepSessions(house.identity),
    forgetDoneJobs(queue, clock),
    forgetOldEvents(events, clock),
    // NATS forgets by itself.
    ...(streams.kind === 'database' ? [forgetFinishedMessages(streams, clock)] : []),
    verifyAuditNightly({ database, secret, headFile, alarm: (message, facts) => log.error(message, facts) }),
    tidyFolder(house, here),
    searchAlerts(savedSearchesOf(house)),
    forgetOldChanges(database, clock),
    ...(config.backups === undefined ? [] : [nightlyBackup(house, config.backups, here)]),
  ];
}

/** Who hears of what happens in which engine: `...defineListener(…)`, in the same way. */
export const allListeners = (_house: House): readonly Listener[] => [];

/** Who reads which stream of documents: `...defineReader(…)`, in the same way. */
export const allReaders = (_house: House): readonly Reader[] => [];

/**
 * Names a kind of job that only the server with this data folder may do. Of several servers on one named PostgreSQL each has a
 * folder of its own, and backs up and tidies that one; a private database has one server.
 */
const kindOfFolder =
  (kind: House['database']['kind'], dataFolder: string) =>
  (name: string): string =>
    kind !== 'named'
      ? name
      : `${name}@${createHash('sha256').update(`${hostname()}\0${dataFolder}`).digest('hex').slice(0, 8)}`;
