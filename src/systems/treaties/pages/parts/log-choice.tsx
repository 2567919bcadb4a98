import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Notice, usePage } from '#kernel/ui/browser.ts';

/** Says which entries are shown, and leads to the others: what is real and what is invented never stand together. */
export function LogChoice(props: {
  log: 'record' | 'demonstration';
  demonstration: boolean;
  other: string;
}): ReactNode {
  const { t, href } = usePage();
  if (props.log === 'demonstration')
    return (
      <Notice tone="warn" title={say('These entries are invented')}>
        <p>
          {t(say('They show how the pages work, and say nothing about any State.'))}{' '}
          <a href={href(props.other)}>{t(say('Show the entries on record'))}</a>
        </p>
      </Notice>
    );
  return (
    <Notice title={say('What is on record')}>
      <p>
        {t(
          say(
            'Only actions that a named source states are on record so far; the counts that reports print are quoted beside them.',
          ),
        )}{' '}
        {props.demonstration && <a href={href(props.other)}>{t(say('Show the pages with an invented log'))}</a>}
      </p>
    </Notice>
  );
}
