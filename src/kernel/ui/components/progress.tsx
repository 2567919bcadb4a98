import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** How far long work is, between 0 and `of`; without `value` it is only known to be under way. */
export function Progress(props: { label: Text; value?: number; of?: number; note?: Text }): ReactNode {
  const { t, formats } = usePage();
  const { label, value, of = 1, note } = props;
  const name = t(label);
  return (
    <div className="progress">
      <div className="progress-head">
        <span>{name}</span>
        {value !== undefined && <span className="numeric">{formats.percent((100 * value) / of, 0)}</span>}
      </div>
      <progress aria-label={name} {...(value !== undefined && { value })} max={of} />
      {note !== undefined && <p className="hint">{t(note)}</p>}
    </div>
  );
}

/** Holds the place of what is being fetched. */
export function Skeleton(props: { lines?: number }): ReactNode {
  const { t } = usePage();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t(say('Loading'))}</span>
      {Array.from({ length: props.lines ?? 3 }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
