import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { sweepIdentity, type IdentityContext } from '#kernel/identity/index.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';

/** Each hour: what has expired is deleted, so that nothing of it can be stolen. */
export const sweepSessions = (identity: IdentityContext): Work =>
  defineWork({
    kind: defineJob({ name: 'identity.sweep', payload: z.null() }),
    title: say('Delete expired sessions, links and tokens'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '5 * * * *', payload: null }],
    handle: () => sweepIdentity(identity),
  });
