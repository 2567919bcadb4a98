import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { defineJob } from './define-job.ts';
import { defineWork, type Work } from './define-work.ts';
import type { Queue } from './queue.ts';

const keptDays = 30;

/** Each night: jobs that were done more than thirty days ago go, and their keys count as new again. */
export const forgetDoneJobs = (queue: Queue, clock: () => Date): Work =>
  defineWork({
    kind: defineJob({ name: 'jobs.forget-done', payload: z.null() }),
    title: say('Forget finished jobs after thirty days'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '10 1 * * *', payload: null }],
    async handle({ report }) {
      const gone = await queue.forgetDone(new Date(clock().getTime() - keptDays * 86_400_000));
      await report(1, `${gone} deleted`);
    },
  });
