import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Row, Sheet, Workbook } from '#kernel/spreadsheet/index.ts';
import { readTable } from '#kernel/spreadsheet/index.ts';
import type { Header } from './find-header.ts';
import { findHeader, mostRowsAboveHeader, noHeader } from './find-header.ts';
import type { Mapping } from './mapping.ts';
import { formulaWithoutResult, type SourceRow, type SourceRows } from './source-row.ts';

/** A table found in a file: its header, and the rows below it. */
export interface Source {
  readonly header: Header;
  readonly rows: SourceRows;
  close(): Promise<void>;
}

/** Opens a workbook or CSV and finds the one sheet that has the columns the mapping reads. */
export async function openSource(path: string, mapping: Mapping, name: string): Promise<Source> {
  const workbook = await readTable(path, { name });
  try {
    const { header, sheet } = await findSheet(workbook, mapping);
    return { header, rows: below(header, sheet), close: () => workbook.close() };
  } catch (problem) {
    await workbook.close();
    throw problem;
  }
}

async function findSheet(workbook: Workbook, mapping: Mapping): Promise<{ header: Header; sheet: Sheet }> {
  const found: { header: Header; sheet: Sheet }[] = [];
  let likeliest: SourceRow[] = [];
  for (const sheet of workbook.sheets) {
    const head = await firstRows(sheet);
    const header = findHeader(head, mapping);
    if (header !== undefined) found.push({ header, sheet });
    if (head.length > likeliest.length) likeliest = head;
  }
  const [first, second] = found;
  if (first === undefined) throw noHeader(likeliest, mapping);
  if (second !== undefined) {
    throw new Problem(
      'invalid',
      say(
        'Several sheets have these columns ({sheets}), and one file is one table. Save each as a file of its own, or put them into one sheet.',
        {
          sheets: found.map(({ sheet }) => sheet.name).join(', '),
        },
      ),
      { details: { sheets: found.map(({ sheet }) => sheet.name) } },
    );
  }
  return first;
}

async function firstRows(sheet: Sheet): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(asSourceRow(row));
    if (rows.length > mostRowsAboveHeader) break;
  }
  return rows;
}

async function* below(header: Header, sheet: Sheet): AsyncGenerator<readonly SourceRow[]> {
  for await (const batch of sheet.batches()) {
    yield batch.filter(({ line }) => line > header.row).map(asSourceRow);
  }
}

/** In a CSV the line is what an editor shows; in a workbook it is the row's number. */
function asSourceRow(row: Row): SourceRow {
  const cells: (string | number)[] = [];
  for (const { column, value, text, formula, error } of row.cells) {
    while (cells.length < column - 1) cells.push('');
    if (formula && value === undefined && error === undefined) cells.push(formulaWithoutResult);
    else cells.push(typeof value === 'number' ? value : text);
  }
  return { number: row.line, cells };
}
