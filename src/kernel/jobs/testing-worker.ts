// Run by a test as a process of its own: works on the queue at the address given until it is killed.
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { openDatabase } from '#kernel/database/index.ts';
import { defineJob } from './define-job.ts';
import { tableQueue } from './table-queue.ts';

const log = { info: () => undefined, warn: () => undefined };
const database = await openDatabase({ dataFolder: '', databaseUrl: process.argv[2] ?? '', log });
const count = defineJob({ name: 'tests.count', payload: z.object({ n: z.number() }), leaseSeconds: 1 });
tableQueue(database, { log }).work(
  count,
  async ({ payload }) => {
    await wait(3);
    await sql`insert into counted values (${payload.n}) on conflict do nothing`.execute(database.owner);
    process.stdout.write('.');
  },
  { batch: 20, pollMilliseconds: 100 },
);
