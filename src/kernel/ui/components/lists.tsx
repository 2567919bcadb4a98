import type { ReactNode } from 'react';
import type { Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

export interface Described {
  readonly term: Text;
  readonly value: ReactNode;
}

/** Names and values of one record. */
export function DescriptionList(props: { items: readonly Described[] }): ReactNode {
  const { t } = usePage();
  return (
    <dl className="description">
      {props.items.map(({ term, value }) => (
        <div key={t(term)}>
          <dt>{t(term)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few large figures side by side. */
export function StatGrid(props: { children: ReactNode }): ReactNode {
  return <dl className="stats">{props.children}</dl>;
}

/** One large figure: what it is, the figure, its unit and period, and where it comes from. Belongs into a `StatGrid`. */
export function Stat(props: {
  label: Text;
  value: ReactNode;
  unit?: Text;
  note?: ReactNode;
  path?: string;
}): ReactNode {
  const { t, href } = usePage();
  const { label, value, unit, note, path } = props;
  return (
    <div className="stat">
      <dt>{t(label)}</dt>
      <dd>
        <span className="stat-value">
          {path === undefined ? (
            <bdi>{value}</bdi>
          ) : (
            <a href={href(path)}>
              <bdi>{value}</bdi>
            </a>
          )}
        </span>
        {unit !== undefined && <span className="stat-unit">{t(unit)}</span>}
        {note !== undefined && <span className="stat-note">{note}</span>}
      </dd>
    </div>
  );
}
