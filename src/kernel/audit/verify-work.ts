import { z } from 'zod';
import type { Database } from '#kernel/database/types.ts';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, GiveUp, type Work } from '#kernel/jobs/index.ts';
import { verifyAudit } from './verify.ts';

/** Each night: walks the whole chain of the audit log. One that is broken is an alarm, and the job is laid aside with what was found. */
export const verifyAuditNightly = (house: {
  readonly database: Database;
  readonly secret: string;
  readonly headFile: string;
  readonly alarm: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}): Work =>
  defineWork({
    kind: defineJob({ name: 'audit.verify', payload: z.null() }),
    title: say('Verify the chain of the audit log'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '40 1 * * *', payload: null }],
    async handle({ report }) {
      const { entries, ok, brokenAt, because } = await verifyAudit(house.database, house);
      if (ok) return report(1, `${entries} entries, the chain is whole`);
      house.alarm('the chain of the audit log is broken', { entries, brokenAt, because });
      throw new GiveUp(`The chain of the audit log is broken at batch ${brokenAt ?? 0}: ${because ?? ''}.`);
    },
  });
