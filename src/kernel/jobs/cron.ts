const ranges = [
  { name: 'minute', low: 0, high: 59 },
  { name: 'hour', low: 0, high: 23 },
  { name: 'day of the month', low: 1, high: 31 },
  { name: 'month', low: 1, high: 12 },
  { name: 'day of the week', low: 0, high: 7 },
] as const;

interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly onDay: (date: Date) => boolean;
}

/** Reads five cron fields (numbers, *, lists, ranges, steps). Throws a sentence that names the field. */
export function readCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5)
    throw new Error(`The schedule "${text}" must have five fields: minute hour day month weekday.`);
  const [minutes, hours, days, months, weekdays] = ranges.map((range, at) => readField(fields[at] ?? '', range, text));
  if (!minutes || !hours || !days || !months || !weekdays) throw new Error(`The schedule "${text}" cannot be read.`);
  const anyDay = fields[2] === '*';
  const anyWeekday = fields[4] === '*';
  return {
    minutes,
    hours,
    onDay(date) {
      if (!months.has(date.getUTCMonth() + 1)) return false;
      const day = days.has(date.getUTCDate());
      const weekday = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
      // POSIX crontab: when both are restricted, either is enough.
      if (!anyDay && !anyWeekday) return day || weekday;
      return day && weekday;
    },
  };
}

function readField(field: string, { name, low, high }: (typeof ranges)[number], whole: string): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, star, from, to, step] = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const first = star === undefined ? Number(from) : low;
    const last = star === undefined ? Number(to ?? (step === undefined ? from : high)) : high;
    if (!(first >= low && last <= high && first <= last) || step === '0' || step === '00') {
      throw new Error(`The schedule "${whole}" has "${part}" as its ${name}: it must be from ${low} to ${high}.`);
    }
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}

const dayMilliseconds = 86_400_000;

/** The first minute after `after` (UTC) that the schedule names. Throws when there is none within nine years (29 February). */
export function nextRun(text: string, after: Date): Date {
  const cron = readCron(text);
  const start = Math.floor(after.getTime() / 60_000) * 60_000 + 60_000;
  const firstDay = Math.floor(start / dayMilliseconds) * dayMilliseconds;
  for (let day = firstDay; day < firstDay + 3300 * dayMilliseconds; day += dayMilliseconds) {
    if (!cron.onDay(new Date(day))) continue;
    for (let hour = 0; hour < 24; hour += 1) {
      if (!cron.hours.has(hour)) continue;
      for (let minute = 0; minute < 60; minute += 1) {
        const at = day + (hour * 60 + minute) * 60_000;
        if (cron.minutes.has(minute) && at >= start) return new Date(at);
      }
    }
  }
  throw new Error(`The schedule "${text}" never comes.`);
}
