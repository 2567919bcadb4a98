import { migrationsIn } from '#kernel/database/index.ts';

export { defineJob, GiveUp, type JobKind } from './define-job.ts';
export type { Job, JobState, Queue, Schedule, SendOptions, Worker, WorkOptions } from './queue.ts';
export { tableQueue, type TableQueueSettings } from './table-queue.ts';

export const jobsMigrations = migrationsIn(import.meta.url, 'jobs');
