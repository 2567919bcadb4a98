import { migrationsIn } from '#kernel/database/index.ts';

export { defineJob, GiveUp, pauseAfter, type JobKind } from './define-job.ts';
export { defineWork, type Work } from './define-work.ts';
export { forgetDoneJobs } from './forget-done-jobs.ts';
export { jobsOperations } from './operations.ts';
export type {
  Backlog,
  Job,
  JobState,
  Queue,
  Schedule,
  ScheduleState,
  SendOptions,
  Worker,
  WorkerState,
  WorkOptions,
} from './queue.ts';
export { tableQueue, type TableQueueSettings } from './table-queue.ts';

export const jobsMigrations = migrationsIn(import.meta.url, 'jobs');
