const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?$/;

/** First moment of a date with precision (`2019`, `2019-05`, `2019-05-31`) or an instant, in milliseconds since 1970; NaN when it is none. */
export function firstMoment(text: string): number {
  const [whole, year, month = '01', day = '01', time] = form.exec(text.trim()) ?? [];
  if (whole === undefined) return Number.NaN;
  const moment = Date.parse(time === undefined ? `${year}-${month}-${day}T00:00:00Z` : whole);
  return time === undefined && !Number.isNaN(moment) && new Date(moment).getUTCDate() !== Number(day)
    ? Number.NaN
    : moment;
}

/** The moment before which a date with precision is over: of `2019` the first of 2020. */
export function momentAfter(text: string): number {
  const [whole, year, month, day, time] = form.exec(text.trim()) ?? [];
  if (whole === undefined) return Number.NaN;
  if (time !== undefined) return firstMoment(text) + 1;
  if (Number.isNaN(firstMoment(text))) return Number.NaN;
  if (month === undefined) return Date.UTC(Number(year) + 1, 0);
  return day === undefined
    ? Date.UTC(Number(year), Number(month))
    : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}
