import type { ReactNode } from 'react';
import {
  Cell,
  Checkbox,
  Column as HeadColumn,
  Row as TableRow,
  Table,
  TableBody,
  TableHeader,
  type Selection,
  type SortDescriptor,
} from 'react-aria-components';
import { say, type Text } from '#kernel/i18n/say.ts';
import type { Column } from '../components/table.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

interface SelectTableProps<Row> {
  readonly caption: Text;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keys of the chosen rows, or all. */
  readonly selected: Selection;
  readonly onSelect: (selected: Selection) => void;
  readonly sort?: SortDescriptor;
  readonly onSort?: (sort: SortDescriptor) => void;
  readonly sortable?: readonly string[];
  readonly empty?: ReactNode;
}

/** A table whose rows are chosen with keyboard, pointer or touch, and worked on together. */
export function SelectTable<Row>(props: SelectTableProps<Row>): ReactNode {
  const { t } = usePage();
  const { caption, columns, rows, rowKey, selected, onSelect, sort, onSort, sortable = [], empty } = props;
  return (
    <div className="table-frame">
      <Table
        aria-label={t(caption)}
        className="table table-select"
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={onSelect}
        {...(sort !== undefined && { sortDescriptor: sort })}
        {...(onSort !== undefined && { onSortChange: onSort })}
      >
        <TableHeader>
          <HeadColumn className="table-check">
            <RowCheckbox />
          </HeadColumn>
          {columns.map(({ id, label, numeric, heading }) => (
            <HeadColumn
              key={id}
              id={id}
              isRowHeader={heading === true}
              allowsSorting={sortable.includes(id)}
              {...(numeric === true && { className: 'numeric' })}
            >
              {({ allowsSorting, sortDirection }) => (
                <span className={allowsSorting ? 'sort' : undefined}>
                  {t(label)}
                  {allowsSorting && (
                    <Icon name={sortDirection === undefined ? 'sort' : sortDirection === 'ascending' ? 'up' : 'down'} />
                  )}
                </span>
              )}
            </HeadColumn>
          ))}
        </TableHeader>
        <TableBody
          renderEmptyState={() => empty ?? <p className="table-empty">{t(say('Nothing fits this choice.'))}</p>}
        >
          {rows.map((row) => (
            <TableRow key={rowKey(row)} id={rowKey(row)}>
              <Cell className="table-check">
                <RowCheckbox />
              </Cell>
              {columns.map(({ id, cell, numeric }) => (
                <Cell key={id} {...(numeric === true && { className: 'numeric' })}>
                  {cell(row)}
                </Cell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** The box of a row, or of all rows; React Aria connects and names it. */
function RowCheckbox(): ReactNode {
  return (
    <Checkbox slot="selection" className="row-check">
      {({ isIndeterminate, isSelected }) => (
        <span className="box" data-state={isIndeterminate ? 'some' : isSelected ? 'all' : 'none'}>
          {isSelected && !isIndeterminate && <Icon name="check" />}
        </span>
      )}
    </Checkbox>
  );
}
