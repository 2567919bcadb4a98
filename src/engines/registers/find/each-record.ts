import { getRegister, type RegistersContext } from '../context.ts';
import type { RecordView } from '../records/record-view.ts';
import { tables } from '../store/tables.ts';
import { presentRows, selectIds } from './find-records.ts';
import type { RecordQuery } from './query.ts';

const atOnce = 200;

/** Every record that fits, in order, read in pieces: for exports and feeds of any size. What is hidden meanwhile is left out. */
export async function* eachRecord(
  context: RegistersContext,
  register: string,
  query: RecordQuery,
): AsyncGenerator<RecordView> {
  const definition = getRegister(context, register);
  const { database, actor } = context;
  const ids = await database.as(actor, (transaction) => selectIds(transaction, context, definition, query));
  for (let from = 0; from < ids.length; from += atOnce) {
    const piece = ids.slice(from, from + atOnce);
    const records = await database.as(actor, async (transaction) => {
      const rows = await tables(transaction)
        .selectFrom('register_records')
        .selectAll()
        .where('register', '=', register)
        .where('id', 'in', piece)
        .execute();
      return (await presentRows(transaction, context, definition, rows)).records;
    });
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const id of piece) {
      const record = byId.get(id);
      if (record !== undefined) yield record;
    }
  }
}
