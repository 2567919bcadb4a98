/** By which a State or organization consents to be bound. */
export const consentKinds = [
  'definitive-signature',
  'ratification',
  'acceptance',
  'approval',
  'formal-confirmation',
  'accession',
  'succession',
  /** The source says “became a party” and no more. */
  'consent',
] as const;

export const actionKinds = [
  'signature',
  ...consentKinds,
  'provisional-application',
  'reservation',
  'declaration',
  'objection',
  'notification',
  'communication',
  'territorial-application',
  /** Takes back a reservation, declaration, objection, notification, provisional or territorial application, a consent not yet in force, or a denunciation. */
  'withdrawal',
  'denunciation',
] as const;

export type ConsentKind = (typeof consentKinds)[number];
export type ActionKind = (typeof actionKinds)[number];

/** One entry of a treaty's log. */
export interface TreatyAction {
  readonly id: string;
  /** Id of the instrument: `untoc`. */
  readonly treaty: string;
  /** ISO 3166-1 alpha-3, or the id of an organization or territory. */
  readonly participant: string;
  readonly kind: ActionKind;
  /** Day of signature or deposit, as exact as it is known. */
  readonly deposited?: string;
  /** Day by which it had been done, where the source says no more than that; what it did was in effect by then. */
  readonly knownBy?: string;
  /** Day of effect as the depositary gives it; without it the treaty's own rule decides. */
  readonly effect?: string;
  readonly articles: readonly string[];
  /** Territories that it extends to. */
  readonly territories: readonly string[];
  /** Action that it takes back. */
  readonly withdraws?: string;
  /** Action in whose place it stands. */
  readonly supersedes?: string;
  /** Reservation or declaration that it objects to. */
  readonly objectsTo?: string;
  /** The objection keeps the treaty from entering into force between the two (Vienna Convention on the Law of Treaties, art. 20 (4) (b)). */
  readonly precludes?: boolean;
}

const consents = new Set<string>(consentKinds);

export const isConsent = (action: TreatyAction): action is TreatyAction & { readonly kind: ConsentKind } =>
  consents.has(action.kind);
