/** An identifier in DuckDB's SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A string constant in DuckDB's SQL, for what cannot be bound (file names in COPY, ENUM values). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const identifiers = (names: readonly string[]): string => names.map(identifier).join(', ');
