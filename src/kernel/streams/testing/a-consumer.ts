// Run by a test as a process of its own: works for a group until it is killed, and says the id of each message it began and finished.
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '#kernel/database/index.ts';
import { natsStreams } from '../nats-streams.ts';
import { tableStreams } from '../table-streams.ts';
import { documents } from './documents.ts';

const [, , kind = '', address = ''] = process.argv;
const log = { info: () => undefined, warn: () => undefined };
const streams =
  kind === 'nats'
    ? await natsStreams(address, { log })
    : tableStreams(await openDatabase({ dataFolder: '', databaseUrl: address, log }), { log });
await streams.consume(
  documents,
  'readers',
  async ({ id }) => {
    await wait(2);
    process.stdout.write(`${id}\n`);
  },
  { batch: 20, concurrency: 4 },
);
