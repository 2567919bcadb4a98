import { say } from '#kernel/i18n/say.ts';
import { syntaxError } from './refuse.ts';

/** First and last day (ISO 8601) of an SDMX time period: `2020`, `2020-A1`, `2020-S2`, `2020-T3`, `2020-Q3`, `2020-03`, `2020-M03`, `2020-W05`, `2020-D045`, `2020-03-31`, date with time. */
export function daysOf(period: string): { readonly start: string; readonly end: string } {
  const day = /^(\d{4})-(\d\d)-(\d\d)(T.*)?$/.exec(period);
  if (day !== null && iso(utc(+part(day, 1), +part(day, 2) - 1, +part(day, 3))) === period.slice(0, 10)) {
    return { start: period.slice(0, 10), end: period.slice(0, 10) };
  }
  const month = /^(\d{4})-M?(\d\d)$/.exec(period);
  if (month !== null && +part(month, 2) >= 1 && +part(month, 2) <= 12) return months(month, +part(month, 2), 1);
  const year = /^(\d{4})(-A1)?$/.exec(period);
  if (year !== null) return months(year, 1, 12);
  const parts = /^(\d{4})-([STQ])(\d)$/.exec(period);
  const length = parts === null ? 0 : { S: 6, T: 4, Q: 3 }[part(parts, 2)];
  if (parts !== null && length !== undefined && +part(parts, 3) >= 1 && +part(parts, 3) <= 12 / length) {
    return months(parts, (+part(parts, 3) - 1) * length + 1, length);
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(period);
  if (week !== null && +part(week, 2) >= 1 && +part(week, 2) <= 53) {
    // ISO 8601: week 1 holds 4 January; weeks begin on Monday.
    const fourth = utc(+part(week, 1), 0, 4);
    const monday = utc(+part(week, 1), 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (+part(week, 2) - 1) * 7);
    return span(monday, 6);
  }
  const ordinal = /^(\d{4})-D(\d{3})$/.exec(period);
  if (ordinal !== null && +part(ordinal, 2) >= 1 && +part(ordinal, 2) <= 366) {
    return span(utc(+part(ordinal, 1), 0, +part(ordinal, 2)), 0);
  }
  throw syntaxError(say('“{period}” is not a time period such as 2020, 2020-Q3, 2020-03 or 2020-03-31.', { period }));
}

function part(match: RegExpExecArray, index: number): string {
  return match[index] ?? '';
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}

function months(match: RegExpExecArray, first: number, count: number): { start: string; end: string } {
  const year = +part(match, 1);
  return { start: iso(utc(year, first - 1, 1)), end: iso(utc(year, first - 1 + count, 0)) };
}

function span(start: Date, days: number): { start: string; end: string } {
  const end = new Date(start.getTime() + days * 86_400_000);
  return { start: iso(start), end: iso(end) };
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
