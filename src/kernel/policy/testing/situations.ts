import type { AccountActor, Actor, Assurance, Organization, Role } from '../actor.ts';
import { anonymous, operator, roles } from '../actor.ts';
import type { Resource } from '../resource.ts';
import { anActor, fullAssurance, organizations } from './actors.ts';

/** A person of the matrix: role, organization and how surely they are known. */
export interface Person {
  readonly name: string;
  readonly actor: Actor;
}

const assurances: readonly [string, Assurance][] = [
  ['password only', { secondFactor: false, recent: true }],
  ['both factors, long ago', { secondFactor: true, recent: false }],
  ['both factors, just now', fullAssurance],
];

/** Every role in every kind of organization with every assurance; the public and the operator once. */
export function people(): readonly Person[] {
  const accounts = roles.filter((role) => role !== 'public' && role !== 'operator');
  const homes = [organizations.kenya, organizations.research, organizations.east, organizations.partner];
  return [
    { name: 'public', actor: anonymous },
    { name: 'operator', actor: operator },
    ...accounts.flatMap((role) =>
      homes.flatMap((home) => assurances.map(([how, assurance]) => account(role, home, how, assurance))),
    ),
  ];
}

/** Every account of the matrix was admitted to one case, to see that this opens that case and nothing else. */
const ownCase = 'of-mine';

function account(role: Role, organization: Organization, how: string, assurance: Assurance): Person {
  const circles = [{ audience: `case:${ownCase}`, role: 'member' }] as const;
  return {
    name: `${role} of ${organization.name}, ${how}`,
    actor: anActor(role, { organization, assurance, circles }),
  };
}

/** How a resource stands to the person: the columns of the matrix. */
export const standings = [
  'no single thing',
  'public thing',
  'thing for partners',
  'thing for authorities',
  'thing of the office',
  'thing of own case',
  'thing of another case',
  'own State',
  'other State',
  'own State, readable',
  'other State, unreadable',
  'own account',
  'other account',
  'own organization',
  'other organization',
  'own unit',
  'other unit',
  'assigned',
  'unassigned',
] as const;
export type Standing = (typeof standings)[number];

const nobody: Pick<AccountActor, 'id' | 'organization'> = { id: 'a-nobody', organization: organizations.peru };

/** The resource that stands so to the actor; for the public and the operator, what would be theirs is another's. */
export function resourceFor(standing: Standing, actor: Actor): Resource {
  const me = actor.kind === 'account' ? actor : nobody;
  const ownState = me.organization.state ?? 'CHL';
  switch (standing) {
    case 'no single thing':
      return {};
    case 'public thing':
      return { audience: 'public' };
    case 'thing for partners':
      return { audience: 'partners' };
    case 'thing for authorities':
      return { audience: 'authorities' };
    case 'thing of the office':
      return { audience: 'office' };
    case 'thing of own case':
      return { audience: `case:${ownCase}` };
    case 'thing of another case':
      return { audience: 'case:of-others' };
    case 'own State':
      return { state: ownState };
    case 'other State':
      return { state: 'NOR' };
    case 'own State, readable':
      return { state: ownState, audience: `state:${ownState}` };
    case 'other State, unreadable':
      return { state: 'NOR', audience: 'state:NOR' };
    case 'own account':
      return { account: me.id };
    case 'other account':
      return { account: 'a-someone-else' };
    case 'own organization':
      return { organization: me.organization.id };
    case 'other organization':
      return { organization: organizations.west.id };
    case 'own unit':
      return { unit: me.organization.unit ?? 'a unit of nobody here' };
    case 'other unit':
      return { unit: organizations.west.unit };
    case 'assigned':
      return { assigned: ['a-first', me.id] };
    case 'unassigned':
      return { assigned: ['a-first'] };
  }
}
