import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly id: string;
  readonly label: Text;
  /** Figures are set at the end, in digits of one width. */
  readonly numeric?: boolean;
  /** The column that names the row; screen readers say it with every cell. */
  readonly heading?: boolean;
  /** Keeps the words on one line. */
  readonly tight?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface Sorting {
  /** Column and direction now, as `name` or `-name` (downwards). */
  readonly by: string;
  /** Columns that can be sorted by. */
  readonly columns: readonly string[];
  /** Address, with language, of the same list in another order. */
  readonly address: (by: string) => string;
}

interface TableProps<Row> {
  readonly caption: Text;
  /** Hides the caption where a heading right above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  readonly dense?: boolean;
  /** Shown below instead of rows when there are none. */
  readonly empty?: ReactNode;
  readonly foot?: ReactNode;
}

/** A table of the record. Its head stays in sight; on narrow screens it scrolls by itself, also by keyboard. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { t } = usePage();
  const { caption, columns, rows, rowKey, sorting, dense, empty, foot } = props;
  return (
    <div className="table-frame" role="region" aria-label={t(caption)} tabIndex={0}>
      <table className={dense === true ? 'table table-dense' : 'table'}>
        <caption className={props.captionHidden === true ? 'visually-hidden' : undefined}>{t(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.heading === true ? (
                  <th key={column.id} scope="row" className={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
      {rows.length === 0 && (empty ?? <p className="table-empty">{t(say('Nothing fits this choice.'))}</p>)}
    </div>
  );
}

function classOf<Row>(column: Column<Row>): string | undefined {
  if (column.numeric === true) return 'numeric';
  return column.tight === true ? 'tight' : undefined;
}

function HeadCell<Row>(props: { column: Column<Row>; sorting: Sorting | undefined }): ReactNode {
  const { t } = usePage();
  const { column, sorting } = props;
  if (sorting === undefined || !sorting.columns.includes(column.id)) {
    return (
      <th scope="col" className={classOf(column)}>
        {t(column.label)}
      </th>
    );
  }
  const order = sorting.by === column.id ? 'ascending' : sorting.by === `-${column.id}` ? 'descending' : 'none';
  return (
    <th scope="col" className={classOf(column)} {...(order !== 'none' && { 'aria-sort': order })}>
      <a className="sort" href={sorting.address(order === 'ascending' ? `-${column.id}` : column.id)}>
        {t(column.label)}
        <Icon name={order === 'ascending' ? 'up' : order === 'descending' ? 'down' : 'sort'} />
      </a>
    </th>
  );
}
