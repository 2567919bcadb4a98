import { defineOperations, each, everyone } from '#kernel/policy/index.ts';

const staff = ['statistician', 'administrator', 'operator'] as const;

/** Who may do what with figures. Released ones are everyone's, within their audience. */
export const statisticsOperations = defineOperations('statistics', {
  read: { kind: 'read', existence: 'public', allow: everyone('any') },
  import: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  accept: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  reject: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  undo: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  release: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  withdraw: { kind: 'write', existence: 'public', allow: each(staff, 'any') },
  batches: { kind: 'read', readsAudited: true, existence: 'public', allow: each([...staff, 'report-writer'], 'any') },
  // The file as it was sent in, whatever else stands in it.
  original: { kind: 'read', readsAudited: true, existence: 'public', allow: each([...staff, 'report-writer'], 'any') },
  // Which findings is for the rows' audience to say.
  findings: { kind: 'read', existence: 'public', allow: everyone('any') },
  answer: {
    kind: 'write',
    existence: 'public',
    allow: { ...each(staff, 'any'), ...each(['focal-point', 'contributor'], 'own-state') },
  },
});
