import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Field } from '#kernel/ui/browser.ts';

/** The day that a page speaks of. */
export function DayField({ day }: { day: string }): ReactNode {
  return (
    <Field name="date" label={say('On this day')} type="date" defaultValue={day} min="1900-01-01" max="2100-12-31" />
  );
}
