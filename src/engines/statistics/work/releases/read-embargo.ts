import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Reads `2026-12-01T09:00` as UTC; empty is no embargo. Problem `invalid` for what is no time or is past. */
export function readEmbargo(text: string, now: Date): Date | undefined {
  if (text.trim() === '') return undefined;
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text);
  const time = local ? new Date(`${text}Z`) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new Problem('invalid', say('Enter the day and time of the embargo as 2026-12-01T09:00, in UTC.'), {
      details: { field: 'embargo' },
    });
  }
  if (time.getTime() <= now.getTime()) {
    throw new Problem('invalid', say('The embargo would be over already. Enter a time to come, or leave it empty.'), {
      details: { field: 'embargo' },
    });
  }
  return time;
}
