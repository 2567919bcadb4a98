import { sql, type RawBuilder } from 'kysely';

/** The database's clock, alike for workers on many machines; a test passes its own. */
export type Clock = (() => Date) | undefined;

export const nowOf = (clock: Clock): RawBuilder<Date> =>
  clock === undefined ? sql<Date>`clock_timestamp()` : sql<Date>`${clock()}::timestamptz`;
