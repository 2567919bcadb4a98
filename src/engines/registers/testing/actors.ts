import type { AccountActor, Organization, Role } from '#kernel/policy/index.ts';

const account = (id: string, role: Role, organization: Organization): AccountActor => ({
  kind: 'account',
  id,
  email: `${id}@example.org`,
  name: id,
  role,
  organization,
  assurance: { secondFactor: true, recent: true },
});

const office: Organization = { id: 'o-office', name: 'Office', kind: 'secretariat', unit: 'law' };
const state = (code: string): Organization => ({ id: `o-${code}`, name: code, kind: 'state', state: code });

export const editor = account('a-editor', 'programme-manager', office);
export const author = account('a-author', 'report-writer', office);
export const contributor = account('a-kenya', 'contributor', state('KEN'));
export const otherState = account('a-peru', 'contributor', state('PER'));
export const partner = account('a-partner', 'programme-manager', { id: 'o-p', name: 'Partner', kind: 'partner' });
