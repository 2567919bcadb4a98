import type { AccountActor, Assurance, Organization, Role } from '../actor.ts';

/** Two organizations of each kind, so that "own" and "another's" can be told apart. */
export const organizations = {
  kenya: { id: 'o-ken', name: 'Kenyan authority', kind: 'state', state: 'KEN' },
  peru: { id: 'o-per', name: 'Peruvian authority', kind: 'state', state: 'PER' },
  research: { id: 'o-res', name: 'Research branch', kind: 'secretariat', unit: 'research' },
  treaties: { id: 'o-tre', name: 'Treaty branch', kind: 'secretariat', unit: 'treaties' },
  east: { id: 'o-east', name: 'Eastern network', kind: 'network', unit: 'east' },
  west: { id: 'o-west', name: 'Western network', kind: 'network', unit: 'west' },
  partner: { id: 'o-par', name: 'A partner', kind: 'partner' },
} as const satisfies Record<string, Organization>;

export const fullAssurance: Assurance = { secondFactor: true, recent: true };

/** An account actor to test with; everything but the role has a value unless given. */
export function anActor(role: Role, given: Partial<AccountActor> = {}): AccountActor {
  return {
    kind: 'account',
    id: `a-${role}`,
    email: `${role}@example.org`,
    name: `A ${role}`,
    role,
    organization: organizations.research,
    assurance: fullAssurance,
    ...given,
  };
}
