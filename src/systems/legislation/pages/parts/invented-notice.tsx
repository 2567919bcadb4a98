import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Notice, usePage } from '#kernel/ui/browser.ts';

/** Stands above everything that is made of invented laws. */
export function InventedNotice(): ReactNode {
  const { t } = usePage();
  return (
    <Notice tone="warn" title={say('These laws are invented')}>
      <p>{t(say('They were written to try the pages out with, and are the law of no State.'))}</p>
    </Notice>
  );
}
