import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Pagination, Table, usePage, withQuery } from '#kernel/ui/browser.ts';
import type { RejectedRows } from '../batches/rejected-rows.ts';

/** Rows that were not used, cell by cell as in the file, with the reasons. */
export function RejectedRowsTable(props: {
  rejected: RejectedRows & { readonly page: number; readonly size: number };
  total: number;
}): ReactNode {
  const { t, href, formats, context } = usePage();
  const { columns, rows, page, size } = props.rejected;
  return (
    <>
      <Table
        caption={say('Rows that were not used')}
        captionHidden
        dense
        columns={[
          {
            id: 'row',
            label: say('Row'),
            numeric: true,
            heading: true,
            cell: ({ row }) => formats.number(row, { useGrouping: false }),
          },
          {
            id: 'reasons',
            label: say('Why'),
            cell: ({ reasons }) => <span className="work-reasons">{reasons.map((reason) => t(reason)).join(' ')}</span>,
          },
          ...columns.map((label, place) => ({
            id: `cell ${place}`,
            label: label === '' ? '–' : label,
            cell: ({ cells }: { readonly cells: readonly string[] }) => <bdi>{cells[place] ?? ''}</bdi>,
          })),
        ]}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
      <Pagination
        page={page}
        size={size}
        total={props.total}
        address={(number) => `${withQuery(href(context.path), context.query, { rows: String(number), done: '' })}#rows`}
      />
    </>
  );
}
