import { say } from '#kernel/i18n/say.ts';
import type { Period } from '../values.ts';
import { checkParts } from './check-parts.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import { earliestOf, latestOf, readPartialDate } from './read-partial-date.ts';
import type { Report, SpecOf } from './report.ts';

/** A day, month or year that exists. */
export function checkDate(_: SpecOf<'date' | 'period'>, value: unknown, report: Report): string | undefined {
  const date = typeof value === 'string' ? readPartialDate(value.trim()) : undefined;
  return (
    date ??
    report.refuse(
      say('“{value}” is no day, month or year of the calendar. Write it as 2003-12-25, 2003-12 or 2003.', {
        value: quoted(value),
      }),
    )
  );
}

/** From and until in this order; dates that are known less exactly are refused only if they cannot be in order. */
export function checkPeriod(spec: SpecOf<'period'>, value: unknown, report: Report): Period | undefined {
  const parts = checkParts(['from', 'to'], value, report);
  if (parts === undefined) return undefined;
  const read = (part: 'from' | 'to'): string | undefined =>
    isEmpty(parts[part]) ? undefined : checkDate(spec, parts[part], report.at(part));
  const [from, to] = [read('from'), read('to')];
  if (from !== undefined && to !== undefined && earliestOf(from) > latestOf(to))
    return report.refuse(
      say('The period ends ({to}) before it begins ({from}). Correct one of the two.', { from, to }),
    );
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
