import type { Actor } from './actor.ts';
import type { Resource } from './resource.ts';

/** How the one who asks stands to the thing asked about; a cell of the permission table names those that suffice. */
export const relations = [
  'any',
  'office',
  'own-account',
  'own-organization',
  'own-state',
  'own-unit',
  'assigned',
] as const;
export type Relation = (typeof relations)[number];

/** A fact that is missing on either side never makes a relation: two organizations without a State do not share one. */
const same = (mine: string | undefined, its: string | undefined): boolean => mine !== undefined && mine === its;

/** Whether the relation holds. The operator at the machine stands in `any` relation only. */
export function holds(relation: Relation, actor: Actor, resource: Resource): boolean {
  if (relation === 'any') return true;
  if (actor.kind !== 'account') return false;
  const { organization } = actor;
  switch (relation) {
    case 'office':
      return organization.kind === 'secretariat';
    case 'own-account':
      return same(actor.id, resource.account);
    case 'own-organization':
      return same(organization.id, resource.organization);
    case 'own-state':
      return organization.kind === 'state' && same(organization.state, resource.state);
    case 'own-unit':
      return same(organization.unit, resource.unit);
    case 'assigned':
      return resource.assigned?.includes(actor.id) ?? false;
  }
}
