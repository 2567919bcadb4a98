import type { Handle } from '#kernel/database/index.ts';
import { emitAll } from '#kernel/events/index.ts';
import { changed, everyRecord } from '#kernel/search/index.ts';
import { sourceName } from '../find/source-name.ts';
import { recordChanged } from './record-changed.ts';

/** Beyond this many of one register, the index reads the whole register again. */
const oneByOne = 50;

/** Says, with the transaction's other writes or not at all, which records have changed: to other engines and to the index. */
export async function sayChanged(
  transaction: Handle,
  records: readonly { readonly register: string; readonly id: string; readonly state: string }[],
): Promise<void> {
  await emitAll(transaction, recordChanged, records);
  const byRegister = Map.groupBy(records, ({ register }) => register);
  for (const [register, own] of byRegister) {
    const names = own.length > oneByOne ? [everyRecord] : own.map(({ id }) => id);
    for (const name of names) await changed(transaction, sourceName(register), name);
  }
}
