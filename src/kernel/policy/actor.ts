/** Kinds of user of the product note; the permission table is written in these words. */
export const roles = [
  'public',
  'focal-point',
  'contributor',
  'statistician',
  'analyst',
  'authority',
  'expert',
  'programme-manager',
  'report-writer',
  'officer',
  'administrator',
  'operator',
] as const;
export type Role = (typeof roles)[number];

export const organizationKinds = ['state', 'secretariat', 'partner', 'network'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-3 of the State, for an authority of a State. */
  readonly state?: string;
  /** Unit of the secretariat, or name of the network. */
  readonly unit?: string;
}

/** Who asks. `operator` is the person at the machine's own command line. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly email: string;
      readonly name: string;
      readonly role: Role;
      readonly organization: Organization;
      /** Limits an API token to these actions; a session has all of its role's. */
      readonly scopes?: readonly string[];
    };

export const anonymous: Actor = { kind: 'anonymous' };
export const operator: Actor = { kind: 'operator' };

export function roleOf(actor: Actor): Role {
  if (actor.kind === 'anonymous') return 'public';
  return actor.kind === 'operator' ? 'operator' : actor.role;
}
