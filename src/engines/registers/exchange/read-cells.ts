import { say, type Message } from '#kernel/i18n/say.ts';
import type { Cell } from '#kernel/spreadsheet/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { checkRecord } from '../fields/check-record.ts';
import { cellValue } from './cell-value.ts';
import type { Column } from './column.ts';
import type { ImportedRow, RowFinding } from './imported-row.ts';
import { splitList } from './list-cell.ts';
import { putAt, valueAt } from './path.ts';

export interface PlacedColumn {
  /** In the file, from 1. */
  readonly place: number;
  readonly column: Column;
}

/** Cells of one row, as they stand in the columns that are read. */
export interface CellsOfRow {
  readonly row: number;
  readonly id: string | undefined;
  readonly cellAt: (place: number) => Pick<Cell, 'value' | 'address' | 'formula' | 'error'> | undefined;
}

/** Makes a record of a row's cells and checks it; each finding with its cell. */
export function readCells(
  register: RegisterDefinition,
  columns: readonly PlacedColumn[],
  { row, id, cellAt }: CellsOfRow,
): ImportedRow {
  const data: Record<string, unknown> = {};
  const own: RowFinding[] = [];
  for (const { place, column } of columns) {
    const cell = cellAt(place);
    if (cell === undefined) continue;
    const at = { field: column.id, cell: cell.address };
    if (cell.value === undefined) {
      own.push({ rule: 'form', severity: 'error', ...at, said: faultOfCell(cell) });
      continue;
    }
    if (cell.formula)
      own.push({
        rule: 'formula',
        severity: 'warning',
        ...at,
        said: say('This cell holds a formula. Its last result has been taken.'),
      });
    const fault = putCell(data, column, cell.value);
    if (fault !== undefined) own.push({ rule: 'form', severity: 'error', ...at, said: fault });
  }
  const checked = checkRecord(register, data);
  const found = checked.findings.map((finding): RowFinding => {
    const address = cellOf(finding.field, columns, cellAt);
    return address === undefined ? finding : { ...finding, cell: address };
  });
  return {
    row,
    ...(id !== undefined && { id }),
    data: checked.data,
    columns: columns.map(({ column }) => column),
    findings: [...own, ...found],
  };
}

function faultOfCell({ error }: { readonly error: string | undefined }): Message {
  if (error === undefined)
    return say(
      'This cell holds a formula without a result. Open the file in a spreadsheet program, save it, and upload it again.',
    );
  return say('This cell holds the error {error}. Correct it in the file.', { error });
}

function putCell(data: object, column: Column, value: string | number | boolean | Date): Message | undefined {
  if (column.kind === 'json') return putRows(data, column, value);
  const star = column.path.indexOf('*');
  if (star < 0) {
    putAt(data, column.path, cellValue(column, value));
    return undefined;
  }
  const entries = typeof value === 'string' ? splitList(value) : [value];
  for (const [at, entry] of entries.entries())
    if (entry !== '')
      putAt(
        data,
        column.path.map((step) => (step === '*' ? at : step)),
        cellValue(column, entry),
      );
  return undefined;
}

/** Rows of a group from a cell of JSON; they come after those that have columns of their own. */
function putRows(data: object, { path }: Column, value: unknown): Message | undefined {
  let rows: unknown;
  try {
    rows = JSON.parse(String(value));
  } catch {
    rows = undefined;
  }
  if (!Array.isArray(rows))
    return say(
      'This cell should hold a list of rows as JSON. Take its form from an export, or use columns such as “{example}”.',
      {
        example: `${path.join('.')}.1`,
      },
    );
  const before = valueAt(data, path);
  putAt(data, path, [...(Array.isArray(before) ? before : []), ...rows]);
  return undefined;
}

/** The cell that a finding's path leads to: `name.fr`, `fine.amount`, `tags.2`, `contacts.1.office`. */
function cellOf(field: string, columns: readonly PlacedColumn[], cellAt: CellsOfRow['cellAt']): string | undefined {
  const steps = field.split('.');
  const placed =
    columns.find(
      ({ column: { path } }) => path.length <= steps.length && path.every((step, at) => fits(step, steps[at])),
    ) ??
    columns.find(({ column: { path } }) => steps.every((step, at) => at >= path.length || fits(path[at] ?? '*', step)));
  return placed === undefined ? undefined : cellAt(placed.place)?.address;
}

function fits(step: string | number, said: string | undefined): boolean {
  if (step === '*') return /^\d+$/.test(said ?? '');
  return typeof step === 'number' ? String(step + 1) === said : step === said;
}
