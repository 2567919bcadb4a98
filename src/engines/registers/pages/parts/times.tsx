import type { ReactNode } from 'react';
import { locales } from '#kernel/i18n/browser.ts';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

/** A day, month or year, written as exactly as it is known. */
export function PartialDay({ date }: { date: string }): ReactNode {
  const { formats } = usePage();
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return <time dateTime={date}>{year}</time>;
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day !== undefined) parts.day = 'numeric';
  return <time dateTime={date}>{formats.date(at, parts)}</time>;
}

export function PeriodOfTime({ period }: { period: { from?: string; to?: string } }): ReactNode {
  const { t } = usePage();
  const { from, to } = period;
  if (from !== undefined && to !== undefined)
    return (
      <>
        <PartialDay date={from} /> – <PartialDay date={to} />
      </>
    );
  return (
    <>
      {t(from === undefined ? say('until') : say('since'))} <PartialDay date={from ?? to ?? ''} />
    </>
  );
}

/** A language by its name in the reader's own; its code where there is no name. */
export function LanguageName({ code }: { code: string }): ReactNode {
  const { language } = usePage();
  return new Intl.DisplayNames([locales[language]], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
