import type { Audience } from './audience.ts';

/** What an action is about: only the facts that decide. An action on no single thing (a list, an import) gives none. */
export interface Resource {
  /** Who may know of it. Without one, only those who may act on it may know of it. */
  readonly audience?: Audience;
  /** ISO 3166-1 alpha-3 of the State whose it is. */
  readonly state?: string;
  /** Id of the organization whose it is. */
  readonly organization?: string;
  /** Unit of the secretariat, or name of the network. */
  readonly unit?: string;
  /** Id of the account whose it is. */
  readonly account?: string;
  /** Ids of the accounts to whom it is assigned. */
  readonly assigned?: readonly string[];
}
