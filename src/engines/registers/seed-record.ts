/** A record that comes with a system: facts with their source, or invented content to try the platform out with. */
export interface SeedRecord {
  readonly register: string;
  /** Its id, by which other seeds refer to it; what it holds in the register's key field unless told. */
  readonly id?: string;
  /** Told apart from real records wherever it shows. */
  readonly demonstration: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  /** State of its lifecycle; published unless told. */
  readonly state?: string;
}
