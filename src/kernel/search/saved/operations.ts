import { defineOperations, everyone } from '#kernel/policy/index.ts';

const oneself = everyone('own-account', ['public', 'operator']);

/** Searches that somebody keeps are theirs alone. */
export const searchOperations = defineOperations('search', {
  'own.saved': { kind: 'read', allow: oneself, existence: 'public' },
  'own.saved.change': { kind: 'write', allow: oneself, existence: 'public' },
});
