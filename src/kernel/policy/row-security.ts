const nameForm = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

export interface RowSecurity {
  /** Column that holds the row's audience. */
  readonly column?: string;
  /** `readable`: rows can be written only where they can be read. `any`: whoever may insert may hand in a row that they cannot read back. */
  readonly inserts?: 'readable' | 'any';
}

/**
 * SQL for a migration that puts the second wall around a table: row-level security, forced on its owner as well.
 * `mandata_reads(audience)` is made by the database's first migration and reads the setting `mandata.audiences`.
 */
export function rowSecurityFor(table: string, { column = 'audience', inserts = 'readable' }: RowSecurity = {}): string {
  for (const name of [table, column]) {
    if (!nameForm.test(name)) throw new Error(`"${name}" is not a plain SQL name.`);
  }
  const reads = `mandata_reads(${column})`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY reads ON ${table} FOR SELECT USING (${reads});`,
    `CREATE POLICY inserts ON ${table} FOR INSERT WITH CHECK (${inserts === 'any' ? 'true' : reads});`,
    `CREATE POLICY updates ON ${table} FOR UPDATE USING (${reads}) WITH CHECK (${reads});`,
    `CREATE POLICY deletes ON ${table} FOR DELETE USING (${reads});`,
  ].join('\n');
}
