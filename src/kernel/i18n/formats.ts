import { locales } from './languages.ts';
import type { Language } from './say.ts';

/** How one language writes numbers, dates and lists. Times are shown in UTC. */
export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Value is a share of 100, as the record keeps it: 31.5 → "31.5%". */
  percent(value: number, decimals?: number): string;
  /** Day as "22 November 2026"; takes a Date or an ISO day. */
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string;
  /** Day and time, "22 Nov 2026, 18:54 UTC". */
  dateTime(value: Date | string): string;
  list(values: readonly string[], type?: 'conjunction' | 'disjunction' | 'unit'): string;
  /** Bytes as kB, MB or GB. */
  bytes(value: number): string;
}

const made = new Map<string, unknown>();

function memo<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  if (made.size < 500) made.set(key, fresh);
  return fresh;
}

const fullDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const dayAndTime: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZoneName: 'short',
};

/** The formats of a language, by Intl; makers are kept, because making one costs more than using it. */
export function formatsOf(language: Language): Formats {
  const locale = locales[language];
  const number = (value: number, options: Intl.NumberFormatOptions = {}): string =>
    memo(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value);
  const date = (value: Date | string, options: Intl.DateTimeFormatOptions = fullDay): string =>
    memo(
      `d${locale}${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
    ).format(typeof value === 'string' ? new Date(value) : value);
  return {
    number,
    percent: (value, decimals = 1) =>
      number(value / 100, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    date,
    dateTime: (value) => date(value, dayAndTime),
    list: (values, type = 'conjunction') =>
      memo(`l${locale}${type}`, () => new Intl.ListFormat(locale, { type })).format(values),
    bytes: (value) => {
      const [unit, size] =
        value < 1e6
          ? (['kilobyte', 1e3] as const)
          : value < 1e9
            ? (['megabyte', 1e6] as const)
            : (['gigabyte', 1e9] as const);
      return number(value / size, { style: 'unit', unit, maximumFractionDigits: value < size * 10 ? 1 : 0 });
    },
  };
}
