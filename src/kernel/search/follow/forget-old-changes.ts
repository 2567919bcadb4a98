import { z } from 'zod';
import type { Database } from '#kernel/database/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import { forgetChanges } from './read-changes.ts';

/** An index that was kept longer ago than this reads its sources again instead of going on from its place. */
const keptDays = 14;

/** Each night: changes that every index has had two weeks to follow go. */
export const forgetOldChanges = ({ owner }: Pick<Database, 'owner'>, clock: () => Date): Work =>
  defineWork({
    kind: defineJob({ name: 'search.forget', payload: z.null() }),
    title: say('Forget what the search has followed after its time'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '35 1 * * *', payload: null }],
    async handle({ report }) {
      const gone = await forgetChanges(owner, new Date(clock().getTime() - keptDays * 86_400_000));
      await report(1, `${gone} deleted`);
    },
  });
