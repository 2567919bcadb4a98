import type { DatabaseLog, OpenDatabase } from '#kernel/database/index.ts';
import type { Streams } from './streams.ts';
import { tableStreams } from './table-streams.ts';

/** Streams in NATS where `natsUrl` names a server, which must answer; else in the record's own database. */
export async function openStreams(
  database: OpenDatabase,
  { log, natsUrl }: { log: Pick<DatabaseLog, 'warn'>; natsUrl?: string | undefined },
): Promise<Streams> {
  if (natsUrl === undefined) return tableStreams(database, { log });
  // Loaded here: most houses need no client of NATS.
  const { natsStreams } = await import('./nats-streams.ts');
  return natsStreams(natsUrl, { log });
}
