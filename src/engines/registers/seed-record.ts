/** A record that comes with a system: facts with their source, or invented content to try the platform out with. */
export interface SeedRecord {
  readonly register: string;
  /** Told apart from real records wherever it shows. */
  readonly demonstration: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  /** State of its lifecycle; published unless told. */
  readonly state?: string;
}
