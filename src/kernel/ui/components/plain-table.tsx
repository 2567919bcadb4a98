import type { ReactNode } from 'react';
import { Table } from './table.tsx';

export interface PlainTableData {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** The figures of a chart, as a table. */
export function PlainTable(props: { table: PlainTableData }): ReactNode {
  const { caption, columns, rows } = props.table;
  return (
    <Table
      caption={caption}
      dense
      columns={columns.map(({ label, numeric }, at) => ({
        id: String(at),
        label,
        numeric,
        heading: at === 0,
        cell: (row: readonly string[]) => row[at] ?? '',
      }))}
      rows={rows}
      rowKey={(row) => row.join('\u0001')}
    />
  );
}
