import { daysOf } from '../../query/period.ts';

/** The first day of a period (ISO 8601), as SDMX-CSV's `timeFormat=normalized` asks; a moment stays what it is. */
export function normalisedPeriod(period: string): string {
  if (period.includes('T') && !/-T\d$/.test(period)) return period;
  return daysOf(period).start;
}
