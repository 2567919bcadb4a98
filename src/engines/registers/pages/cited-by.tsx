import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { DemonstrationMark, EmptyState, PageHeader, Pagination, Tag, usePage, withQuery } from '#kernel/ui/browser.ts';
import type { CitedByView } from './parts/cited-by.tsx';

export interface CitedByProps {
  readonly path: string;
  readonly title: Text;
  readonly label: Text;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly records: CitedByView['records'];
}

/** All that refers to a record in one way. */
export default function CitedByPage(props: CitedByProps): ReactNode {
  const { t, href, context } = usePage();
  const { path, title, label, page, size, total, records } = props;
  return (
    <div className="rg">
      <PageHeader kind={title} title={label} />
      {total === 0 && <EmptyState title={say('Nothing refers to this record in that way')} />}
      <ul className="rg-list">
        {records.map((record) => (
          <li key={record.path} className="rg-line rg-marked">
            <a href={href(record.path)}>{t(record.title)}</a>{' '}
            {record.withdrawn && <Tag tone="bad">{t(say('withdrawn'))}</Tag>}{' '}
            {record.demonstration && <DemonstrationMark />}
          </li>
        ))}
      </ul>
      {total > 0 && (
        <Pagination
          page={page}
          size={size}
          total={total}
          address={(number) => withQuery(href(`${path}/cited-by`), context.query, { page: String(number) })}
        />
      )}
    </div>
  );
}
