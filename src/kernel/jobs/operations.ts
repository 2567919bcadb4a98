import { defineOperations } from '#kernel/policy/index.ts';

const administrators = { administrator: 'office', operator: 'any' } as const;

/** Who may look at the work in the background, and set failed jobs going again or lay them to rest. */
export const jobsOperations = defineOperations('jobs', {
  read: { kind: 'read', allow: administrators, secondFactor: true },
  retry: { kind: 'write', allow: administrators, secondFactor: true },
  forget: { kind: 'write', allow: administrators, secondFactor: true },
});
