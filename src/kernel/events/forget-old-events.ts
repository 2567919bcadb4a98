import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import type { Events } from './open-events.ts';

const keptDays = 30;

/** Each night: events that everybody has heard and that are older than thirty days go. */
export const forgetOldEvents = (events: Pick<Events, 'forget'>, clock: () => Date): Work =>
  defineWork({
    kind: defineJob({ name: 'events.forget', payload: z.null() }),
    title: say('Forget events that everybody has heard after thirty days'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '20 1 * * *', payload: null }],
    async handle({ report }) {
      const gone = await events.forget(new Date(clock().getTime() - keptDays * 86_400_000));
      await report(1, `${gone} deleted`);
    },
  });
