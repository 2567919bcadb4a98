import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import { readersOf } from '../store/audiences.ts';
import { dataOf, findLoaded } from '../store/load-record.ts';
import { cite } from './cite.ts';
import { referring } from './count-citations.ts';

/** Writes again the citations of all that cites a record whose readers are others now: a draft becomes public, a public record hidden. */
export async function citeAgain(
  transaction: Handle,
  context: RegistersContext,
  place: { readonly register: string; readonly id: string },
): Promise<void> {
  const { rows } = await sql<{ register: string; record: string }>`
    select distinct v.register, v.record from (${referring(place.register, place.id)}) v
    join register_records r on r.register = v.register and r.id = v.record`.execute(transaction);
  for (const { register: from, record } of rows) {
    const register = getRegister(context, from);
    const loaded = await findLoaded(transaction, from, record, { demonstration: true });
    if (loaded === undefined) continue;
    const { row } = loaded;
    const country = row.country ?? undefined;
    const readers = readersOf(register, row.state, country);
    const data = dataOf(register, loaded);
    await cite(transaction, register, { id: row.id, before: row.state, state: row.state, country, data, readers });
  }
}
