import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

export interface Change {
  readonly field: Text;
  /** Absent: it was not there, or is no longer. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Field by field, what was and what is. Words and marks say it as well as colour. */
export function Diff(props: { caption: Text; changes: readonly Change[]; before?: Text; after?: Text }): ReactNode {
  const { t } = usePage();
  return (
    <div className="table-frame" role="region" aria-label={t(props.caption)} tabIndex={0}>
      <table className="table diff">
        <caption>{t(props.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(say('Field'))}</th>
            <th scope="col">{t(props.before ?? say('Before'))}</th>
            <th scope="col">{t(props.after ?? say('After'))}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map(({ field, before, after }) => (
            <tr key={t(field)}>
              <th scope="row">{t(field)}</th>
              <td>
                {before === undefined ? <span className="hint">{t(say('was not there'))}</span> : <del>{before}</del>}
              </td>
              <td>{after === undefined ? <span className="hint">{t(say('is gone'))}</span> : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
