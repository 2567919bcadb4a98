const sdmxPeriod =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-A1|-S[12]|-T[1-3]|-Q[1-4]|-M(?:0[1-9]|1[0-2])|-W(?:0[1-9]|[1-4]\d|5[0-3])|-D(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6]))?$/;

/** An SDMX time period from a cell (`2019`, `2019.0`, a number, `2019-Q1`), or undefined when it is none. */
export function readPeriod(cell: string | number): string | undefined {
  const text = String(cell).trim().replace(/\.0+$/, '');
  return sdmxPeriod.test(text) ? text : undefined;
}

/** First and last day of a period that `readPeriod` gave, as ISO dates. Weeks are those of ISO 8601. */
export function daysOf(period: string): { start: string; end: string } {
  const year = Number(period.slice(0, 4));
  const kind = period[5];
  const n = Number(period.slice(kind !== undefined && /[A-Z]/.test(kind) ? 6 : 5)) || 1;
  if (period.length === 10) return { start: period, end: period };
  switch (period.length === 4 ? 'A' : (kind ?? '')) {
    case 'A':
      return months(year, 0, 12);
    case 'S':
      return months(year, (n - 1) * 6, 6);
    case 'T':
      return months(year, (n - 1) * 4, 4);
    case 'Q':
      return months(year, (n - 1) * 3, 3);
    case 'W':
      return days(mondayOfFirstWeek(year) + (n - 1) * 7, 7);
    case 'D':
      return days(Date.UTC(year, 0, n) / day, 1);
    default:
      return months(year, n - 1, 1);
  }
}

const day = 86_400_000;
const iso = (time: number): string => {
  const text = new Date(time).toISOString();
  return text.slice(0, text.indexOf('T'));
};

function months(year: number, from: number, count: number): { start: string; end: string } {
  const at = (month: number, date: number): number =>
    new Date(Date.UTC(2000, month, date)).setUTCFullYear(year + Math.floor(month / 12));
  return { start: iso(at(from, 1)), end: iso(at(from + count, 1) - day) };
}

function days(from: number, count: number): { start: string; end: string } {
  return { start: iso(from * day), end: iso((from + count - 1) * day) };
}

/** 4 January lies in week 1 (ISO 8601). */
function mondayOfFirstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4) / day;
  const weekday = (new Date(fourth * day).getUTCDay() + 6) % 7;
  return fourth - weekday;
}
