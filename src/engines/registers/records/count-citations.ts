import { sql, type RawBuilder } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { countCitedBy } from '#kernel/links/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { placeOf } from './cite.ts';

/** How many cite a record from one field of one register, or from elsewhere in the house. */
export interface CitationCount {
  /** `register:laws`, or the kind of another place: `statistics.release`. */
  readonly kind: string;
  /** Field that refers, in a register. */
  readonly field?: string;
  readonly count: number;
}

/**
 * Rows `register, record, field` of what refers to a record, as the actor of the transaction may know it: the same for
 * counts and lists.
 */
export const referring = (register: string, id: string): RawBuilder<unknown> => sql`
  select register, record, field from register_values where target = ${register} and value = ${id}
  union select register, record, field from register_part_values where target = ${register} and value = ${id}`;

/** Counts what cites a record, by register and field, and by kind for the rest of the house. */
export async function countCitations(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
): Promise<readonly CitationCount[]> {
  const { rows } = await sql<{ register: string; field: string; count: number }>`
    select v.register, v.field, count(*) as count from (${referring(register.id, id)}) v
    join register_records r on r.register = v.register and r.id = v.record
    where (${context.demonstration} or not r.demonstration)
    group by v.register, v.field order by v.register, v.field`.execute(transaction);
  const own = rows.map((row) => ({ kind: `register:${row.register}`, field: row.field, count: row.count }));
  const links = await countCitedBy(transaction, placeOf(register.id, id));
  const others = links
    .filter(({ kind }) => !kind.startsWith('register:'))
    .map(({ kind, links: count }) => ({ kind, count }));
  return [...own, ...others];
}
