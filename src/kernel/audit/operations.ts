import { defineOperations } from '#kernel/policy/index.ts';

/** Who may read the log and prove it; reading it is itself noted. */
export const auditOperations = defineOperations('audit', {
  read: {
    kind: 'read',
    allow: { administrator: 'office', operator: 'any' },
    secondFactor: true,
    readsAudited: true,
  },
  verify: { kind: 'read', allow: { administrator: 'office', operator: 'any' } },
});
