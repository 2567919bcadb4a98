/** Day as `2003-09-29`, UTC. Days of this form sort as text. */
export type Day = string;

/** First and last day that a date can mean; the same day where it is exact. */
export interface DayBounds {
  readonly earliest: Day;
  readonly latest: Day;
}

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** What a date that may lack its day or month (ISO 8601) can mean; undefined when it is no date. */
export function boundsOf(partial: string): DayBounds | undefined {
  const [, year, month, day] = form.exec(partial) ?? [];
  if (year === undefined) return undefined;
  const first = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (day !== undefined) return first === partial ? { earliest: first, latest: first } : undefined;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  const last = month === undefined ? dayOf(Number(year), 12, 31) : dayOf(Number(year), Number(month) + 1, 0);
  return { earliest: first, latest: last };
}

export function addDays(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(year, month, date + days);
}

/** The same day of a later month; the last of it where it is shorter (31 January and a month give 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = Number(dayOf(year, month + months + 1, 0).slice(8));
  return dayOf(year, month + months, Math.min(date, last));
}

/** Month counts from 1 and may overflow; day 0 is the last of the month before. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}

export const later = (one: Day, other: Day): Day => (one > other ? one : other);
