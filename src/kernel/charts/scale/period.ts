import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';

/** A period on the time axis: its start as a decimal year, its length in years, and how it is written. */
export interface Period {
  readonly at: number;
  readonly length: number;
  readonly label: string;
}

const parts: Readonly<Record<string, number>> = { A: 1, S: 2, T: 3, Q: 4, M: 12, W: 52 };

/**
 * Reads a year or an SDMX period (`2019`, `2019-S1`, `2019-T2`, `2019-Q1`, `2019-M03`, `2019-03`, `2019-W07`, `2019-03-31`).
 * Anything else is a Problem (invalid) that names the text.
 */
export function readPeriod(x: string | number): Period {
  const label = String(x);
  const found = /^(-?\d{1,4})(?:-(?:([ASTQMW])(\d{1,2})|(\d{2})(?:-(\d{2}))?))?$/.exec(label);
  if (found !== null) {
    const [, year, letter, number, month, day] = found;
    const start = Number(year);
    if (letter !== undefined) {
      const count = parts[letter] ?? 1;
      const index = Number(number);
      if (index >= 1 && index <= count + (letter === 'W' ? 1 : 0))
        return { at: start + (index - 1) / count, length: 1 / count, label };
    } else if (month === undefined) {
      return { at: start, length: 1, label };
    } else if (Number(month) >= 1 && Number(month) <= 12) {
      if (day === undefined) return { at: start + (Number(month) - 1) / 12, length: 1 / 12, label };
      const leap = (Date.UTC(start + 1, 0, 1) - Date.UTC(start, 0, 1)) / 86_400_000;
      const dayOfYear = (Date.UTC(start, Number(month) - 1, Number(day)) - Date.UTC(start, 0, 1)) / 86_400_000;
      if (Number(day) >= 1 && Number(day) <= 31) return { at: start + dayOfYear / leap, length: 1 / leap, label };
    }
  }
  throw new Problem(
    'invalid',
    say(
      '"{period}" is not a period that a chart can show. Give a year such as 2019, or an SDMX period such as 2019-Q1.',
      { period: label },
    ),
  );
}
