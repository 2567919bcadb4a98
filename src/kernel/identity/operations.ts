import type { Role } from '#kernel/policy/index.ts';
import { defineOperations, everyone } from '#kernel/policy/index.ts';

const notSignedIn: readonly Role[] = ['public', 'operator'];
/** Everybody with an account, for that account. */
const oneself = everyone('own-account', notSignedIn);
/** Administrators of the office for all accounts, others for their own organization's; the operator at the machine. */
const administrators = { administrator: ['office', 'own-organization'], operator: 'any' } as const;

/** Who may do what with accounts. Signing in itself is open to all and has no row. */
export const identityOperations = defineOperations('identity', {
  'session.read': { kind: 'read', allow: everyone('any'), existence: 'public' },
  'own.sessions': { kind: 'read', allow: oneself, existence: 'public' },
  'own.sessions.end': { kind: 'write', allow: oneself, existence: 'public' },
  'own.password.change': { kind: 'write', allow: oneself, existence: 'public' },
  'own.second-factor': { kind: 'read', allow: oneself, existence: 'public' },
  'own.second-factor.add': { kind: 'write', allow: oneself, recentSignIn: true, existence: 'public' },
  'own.second-factor.remove': {
    kind: 'write',
    allow: oneself,
    secondFactor: true,
    recentSignIn: true,
    existence: 'public',
  },
  'own.tokens': { kind: 'read', allow: oneself, existence: 'public' },
  'own.tokens.create': {
    kind: 'write',
    allow: { ...oneself, operator: 'any' },
    recentSignIn: true,
    existence: 'public',
  },
  'own.tokens.end': { kind: 'write', allow: oneself, existence: 'public' },
  'accounts.list': { kind: 'read', allow: administrators, secondFactor: true, readsAudited: true },
  'accounts.invite': { kind: 'write', allow: administrators, secondFactor: true },
  'accounts.deactivate': { kind: 'write', allow: administrators, secondFactor: true },
  'accounts.erase': { kind: 'write', allow: administrators, secondFactor: true, recentSignIn: true },
  'accounts.reset-password': { kind: 'write', allow: administrators, secondFactor: true, recentSignIn: true },
  'accounts.reset-second-factor': { kind: 'write', allow: administrators, secondFactor: true, recentSignIn: true },
  'accounts.act-as': { kind: 'write', allow: { operator: 'any' } },
  'organizations.list': { kind: 'read', allow: { administrator: 'office', operator: 'any' } },
  'organizations.create': {
    kind: 'write',
    allow: { administrator: 'office', operator: 'any' },
    secondFactor: true,
  },
  'site-operator.change': {
    kind: 'write',
    allow: { administrator: 'office', operator: 'any' },
    secondFactor: true,
  },
});
