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

/** How surely we know that it is this person: given by identity for each request. */
export interface Assurance {
  readonly secondFactor: boolean;
  /** Signed in within the last minutes, so that grave acts need no new sign-in. */
  readonly recent: boolean;
}

/** A closed circle that an account was admitted to, by itself or with its organization. */
export interface Circle {
  readonly audience: `case:${string}` | `network:${string}`;
  /** What it is there: `member`, or a word of the engine that keeps the circle, such as `reviewer`. */
  readonly role: string;
}

export interface AccountActor {
  readonly kind: 'account';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organization: Organization;
  /** Limits an API token to these actions; a session has all of its role's. */
  readonly scopes?: readonly string[];
  /** Missing counts as neither. */
  readonly assurance?: Assurance;
  /** Circles beyond those that the organization is; as they stand at this request. */
  readonly circles?: readonly Circle[];
  /** The session that asks, so that a list of sessions can mark it; an API token has none. */
  readonly session?: string;
}

/** Who asks. `operator` is the person at the machine's own command line. */
export type Actor = { readonly kind: 'anonymous' } | { readonly kind: 'operator' } | AccountActor;

export const anonymous: Actor = { kind: 'anonymous' };
export const operator: Actor = { kind: 'operator' };

export function roleOf(actor: Actor): Role {
  if (actor.kind === 'anonymous') return 'public';
  return actor.kind === 'operator' ? 'operator' : actor.role;
}
