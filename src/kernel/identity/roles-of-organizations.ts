import type { OrganizationKind, Role } from '#kernel/policy/index.ts';

/**
 * Which kinds of user an organization can have. Those who check, accept and publish for everyone belong to the office, so
 * that an administrator of a State's authority cannot invite one.
 */
export const rolesOfOrganizations: Readonly<Record<OrganizationKind, readonly Role[]>> = {
  state: ['focal-point', 'contributor', 'authority', 'expert', 'officer', 'administrator'],
  secretariat: [
    'statistician',
    'analyst',
    'programme-manager',
    'report-writer',
    'expert',
    'contributor',
    'administrator',
  ],
  partner: ['contributor', 'analyst', 'expert', 'administrator'],
  network: ['analyst', 'authority', 'contributor', 'administrator'],
};
