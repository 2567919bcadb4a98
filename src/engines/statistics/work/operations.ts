import { defineOperations, each } from '#kernel/policy/index.ts';

/** What the workspace adds to the engine's permission table. */
export const workOperations = defineOperations('statistics', {
  'findings.settle': {
    kind: 'write',
    existence: 'public',
    allow: each(['statistician', 'administrator', 'operator'], 'any'),
  },
});
