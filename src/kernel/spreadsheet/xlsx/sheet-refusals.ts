import { Problem } from '#kernel/errors/problem.ts';
import { type Message, say } from '#kernel/i18n/say.ts';
import { cellAddress, columnName } from '../address.ts';
import type { TableLimits } from '../limits.ts';

/** Every way in which a sheet can be refused, each with sheet, cell and remedy. */
export function sheetRefusals(sheet: string, limits: TableLimits) {
  const refusal = (
    kind: 'invalid' | 'too-large',
    said: Message,
    row: number,
    column: number,
    more: Record<string, unknown> = {},
  ) => new Problem(kind, said, { details: { sheet, cell: cellAddress(row, column), ...more } });
  return {
    tooManyRows: (row: number) =>
      refusal(
        'too-large',
        say(
          'The sheet {sheet} goes down to row {row}; at most {limit} rows are read. Delete the rows that are not needed or split the sheet.',
          {
            sheet,
            row,
            limit: limits.rows,
          },
        ),
        row,
        1,
        { limit: limits.rows },
      ),
    tooManyColumns: (row: number, column: number, limit: number) =>
      refusal(
        'too-large',
        say(
          'The sheet {sheet} uses cell {cell}; at most {limit} columns (up to {last}) are read. Delete the columns that are not needed.',
          {
            sheet,
            cell: cellAddress(row, column),
            limit,
            last: columnName(limit),
          },
        ),
        row,
        column,
        { limit },
      ),
    tooManyCells: (row: number, column: number) =>
      refusal(
        'too-large',
        say('The sheet {sheet} has more than {limit} filled cells (reached at {cell}). Split it.', {
          sheet,
          cell: cellAddress(row, column),
          limit: limits.cells,
        }),
        row,
        column,
        { limit: limits.cells },
      ),
    longText: (row: number, column: number) =>
      refusal(
        'too-large',
        say('The text in cell {cell} of the sheet {sheet} is longer than {limit} characters. Shorten it.', {
          sheet,
          cell: cellAddress(row, column),
          limit: limits.cellCharacters,
        }),
        row,
        column,
        { limit: limits.cellCharacters },
      ),
    missingText: (row: number, column: number) =>
      refusal(
        'invalid',
        say(
          "The cell {cell} of the sheet {sheet} refers to a text that is not in the workbook's list of texts. Open the workbook in a spreadsheet program, save it and send it again.",
          {
            sheet,
            cell: cellAddress(row, column),
          },
        ),
        row,
        column,
      ),
    misplaced: (row: number, column: number, written: string) =>
      refusal(
        'invalid',
        say(
          'The sheet {sheet} has a cell or row marked {written} where {cell} or a later one belongs. Open the workbook in a spreadsheet program, save it and send it again.',
          {
            sheet,
            cell: cellAddress(row, column),
            written,
          },
        ),
        row,
        column,
      ),
    damaged(row: number, column: number, cause: Problem): Problem {
      const near = cellAddress(Math.max(row, 1), Math.max(column, 1));
      const { line, column: at } = cause.details as { line?: unknown; column?: unknown };
      const details = { ...cause.details, sheet, cell: near };
      const said =
        typeof line === 'number' && typeof at === 'number'
          ? say(
              'The sheet {sheet} cannot be read beyond cell {cell} (line {line}, column {at} inside the file). Open the workbook in a spreadsheet program, save it and send it again.',
              { sheet, cell: near, line, at },
            )
          : say('The sheet {sheet} cannot be read beyond cell {cell}: the file is damaged. Save or send it again.', {
              sheet,
              cell: near,
            });
      return new Problem(cause.kind, said, { cause, details });
    },
  };
}
export type SheetRefusals = ReturnType<typeof sheetRefusals>;
