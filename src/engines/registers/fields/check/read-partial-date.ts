import type { PartialDate } from '../values.ts';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The day, month or year if it exists in the calendar; undefined for 2001-02-29, 2001-13 or words. */
export function readPartialDate(text: string): PartialDate | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [found[1], found[2] ?? '01', found[3] ?? '01'].map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= daysIn(year, month) ? text : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** First day that the date can mean, as text that sorts. */
export const earliestOf = (date: PartialDate): string => date + '-01-01'.slice(date.length - 4);

/** A text that sorts as the last day that the date can mean: 2003-02-31 for February 2003. */
export const latestOf = (date: PartialDate): string => date + '-12-31'.slice(date.length - 4);
