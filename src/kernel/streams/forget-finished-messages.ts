import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import { keptDays, type Streams } from './streams.ts';

/** Each night: messages that every group has finished and that are older than two weeks go. */
export const forgetFinishedMessages = (streams: Pick<Streams, 'forget'>, clock: () => Date): Work =>
  defineWork({
    kind: defineJob({ name: 'streams.forget', payload: z.null() }),
    title: say('Forget documents of streams after their time'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '25 1 * * *', payload: null }],
    async handle({ report }) {
      const gone = await streams.forget(new Date(clock().getTime() - keptDays * 86_400_000));
      await report(1, `${gone} deleted`);
    },
  });
