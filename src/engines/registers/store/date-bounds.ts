/** First and last day that a date of any precision can mean; undefined for what is no date. */
export function boundsOf(
  date: unknown,
): { readonly date: string; readonly low: string; readonly high: string } | undefined {
  if (typeof date !== 'string') return undefined;
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined || year === '0000') return undefined;
  if (month === undefined) return { date, low: `${year}-01-01`, high: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = daysIn(Number(year), Number(month));
  if (day === undefined) return { date, low: `${year}-${month}-01`, high: `${year}-${month}-${last}` };
  return Number(day) >= 1 && Number(day) <= last ? { date, low: date, high: date } : undefined;
}

function daysIn(year: number, month: number): number {
  const end = new Date(0);
  end.setUTCFullYear(year, month, 0);
  return end.getUTCDate();
}
