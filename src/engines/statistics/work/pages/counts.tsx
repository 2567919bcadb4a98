import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

/** Rows = used + hidden + not used, written as the sum that it is. */
export function Counts(props: { rows: number; observations: number; suppressed: number; rejected: number }): ReactNode {
  const { t, formats } = usePage();
  const parts = [
    { id: '', label: say('rows in the file'), value: props.rows },
    { id: '=', label: say('figures used'), value: props.observations },
    { id: '+', label: say('hidden at the source'), value: props.suppressed },
    { id: '+ ', label: say('not used'), value: props.rejected },
  ];
  return (
    <dl className="work-sum">
      {parts.map(({ id, label, value }) => (
        <div key={id}>
          <dt>{t(label)}</dt>
          <dd>
            {id !== '' && (
              <span className="work-sign" aria-hidden="true">
                {id.trim()}
              </span>
            )}
            {formats.number(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
