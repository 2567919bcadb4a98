import type { SeedRecord } from '#engines/registers/index.ts';
import { actionRecord } from '../records/action-record.ts';
import { demonstrationLog } from './log.ts';

/** The invented log as records, each marked in its data and in its name. */
export function* demonstrationRecords(): Iterable<SeedRecord> {
  for (const action of demonstrationLog()) yield actionRecord(action, true);
}
