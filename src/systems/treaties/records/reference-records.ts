import type { SeedRecord } from '#engines/registers/index.ts';
import { reportedActions } from '../reported-actions.ts';
import { actionRecord } from './action-record.ts';
import { treatyRecords } from './treaty-records.ts';

/** What is fact: the instruments, and the entries of the log that the five reports state, each with its paragraph. */
export function* referenceRecords(): Iterable<SeedRecord> {
  yield* treatyRecords();
  for (const { statement, ...action } of reportedActions())
    yield actionRecord({ ...action, wording: { en: statement } }, false);
}
