import { sql } from 'kysely';
import { getRegister, type RegistersContext } from '../context.ts';
import { namedRecord, type NamedRecord } from '../records/find-targets.ts';
import { foldWords } from '../store/words-of.ts';

/** Records to choose from while somebody writes a reference: those that have all the words, titles that begin with them first. */
export function suggestRecords(
  context: RegistersContext,
  register: string,
  { text, limit = 10 }: { readonly text: string; readonly limit?: number },
): Promise<readonly NamedRecord[]> {
  const { id, lifecycle } = getRegister(context, register);
  const folded = foldWords(text.trim().slice(0, 200));
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const states = lifecycle.states.filter(({ withdrawn }) => withdrawn !== true).map((state) => state.id);
  const all = sql.join([sql`true`, ...words.slice(0, 8).map((word) => sql`strpos(r.words, ${word}) > 0`)], sql` and `);
  return context.database.as(context.actor, async (transaction) => {
    const { rows } = await sql<Parameters<typeof namedRecord>[1]>`
      select r.register, r.id, r.title, r.state, r.country, r.demonstration from register_records r
      where r.register = ${id} and r.state = any (${states}::text[])
        and (${context.demonstration} or not r.demonstration)
        and ((${all}) or lower(r.id) = ${folded})
      order by lower(r.id) = ${folded} desc, starts_with(r.words, ${folded}) desc, r.changed_at desc, r.id
      limit ${limit}`.execute(transaction);
    return rows.map((row) => namedRecord(context, row));
  });
}
