import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { columnName, readTable, type Cell, type Row, type Sheet, type Workbook } from '#kernel/spreadsheet/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { dropApostrophes } from './apostrophes.ts';
import { findColumn } from './columns-of.ts';
import { findHeadingRow, headingsOf, mostRowsAbove } from './find-heading-row.ts';
import { fingerprintOf, guessMapping } from './guess-mapping.ts';
import type { OpenedImport, RememberedMapping } from './imported-row.ts';
import { longTextsIn, longTextsSheet, mendLongText } from './long-texts.ts';
import type { ColumnMapping } from './mapping.ts';
import { readCells, type PlacedColumn } from './read-cells.ts';

/** Rich text and groups as JSON make longer cells than spreadsheet programs do; nobody has more columns. */
const limits = { columns: 2000, cells: 5_000_000, cellCharacters: 2_000_000 };

/** Opens a workbook or delimited file: finds its headings and guesses the columns, unless a mapping made before fits. Problem `invalid` when no heading is known. */
export async function openTableImport(
  register: RegisterDefinition,
  source: string | Uint8Array,
  options: { readonly name?: string; readonly mapping?: ColumnMapping; readonly remembered?: RememberedMapping } = {},
): Promise<OpenedImport> {
  const workbook = await readTable(source, { limits, ...(options.name !== undefined && { name: options.name }) });
  try {
    return await openSheet(register, workbook, options);
  } catch (problem) {
    await workbook.close();
    throw problem;
  }
}

async function openSheet(
  register: RegisterDefinition,
  workbook: Workbook,
  options: { readonly mapping?: ColumnMapping; readonly remembered?: RememberedMapping },
): Promise<OpenedImport> {
  const { sheet, heading, above, others } = await findSheet(register, workbook);
  const headings = headingsOf(heading);
  const merged = await mergesOf(sheet);
  const longTexts = await longTextsIn(workbook);
  const known = options.mapping ?? (await options.remembered?.(fingerprintOf(headings)));
  const mapping = guessMapping(register, headings, known);
  const placed = mapping.columns.flatMap(({ place, to }): PlacedColumn[] => {
    const column = to === undefined ? undefined : findColumn(register, to);
    return column === undefined ? [] : [{ place, column }];
  });
  // Rows as JSON come after those that have columns of their own.
  placed.sort((a, b) => Number(a.column.kind === 'json') - Number(b.column.kind === 'json'));
  const idAt = mapping.columns.find(({ to }) => to === 'id')?.place;
  const unheaded = await placesWithoutHeading(sheet, heading);
  const clean = workbook.kind === 'csv' ? dropApostrophes : (text: string) => mendLongText(text, longTexts);
  const notes: Message[] = [...workbook.notes];
  if (above.length > 0)
    notes.push(
      say('Rows above the headings in row {row} were not read: {rows}.', {
        row: heading.number,
        rows: above.map(({ number }) => number).join(', '),
      }),
    );
  if (others.length > 0)
    notes.push(
      say('Only the sheet “{sheet}” is read. Not read: {others}.', { sheet: sheet.name, others: others.join(', ') }),
    );
  return {
    kind: workbook.kind,
    mapping,
    unmapped: [
      ...mapping.columns
        .filter(({ to }) => to === undefined)
        .map(({ heading: text, place }) => text || columnName(place)),
      ...unheaded.map(columnName),
    ],
    notes,
    async *rows() {
      for await (const row of sheet.rows()) {
        if (row.number <= heading.number || isHeadingAgain(row, heading)) continue;
        const cellAt = (place: number) => {
          const cell = row.cell(place) ?? merged(row, place);
          return cell === undefined ? undefined : cleaned(cell, clean);
        };
        const id = idAt === undefined ? undefined : cellAt(idAt)?.value;
        const filled = mapping.columns.some(({ place, to }) => to !== undefined && row.cell(place) !== undefined);
        if (!filled) continue;
        yield readCells(register, placed, {
          row: row.number,
          id: id === undefined ? undefined : String(id).trim() || undefined,
          cellAt,
        });
      }
    },
    close: () => workbook.close(),
  };
}

function cleaned({ value, address, formula, error }: Cell, clean: (text: string) => string) {
  return { value: typeof value === 'string' ? clean(value) : value, address, formula, error };
}

/** The first sheet that is shown and has headings which the register knows; the names of others with content. */
async function findSheet(register: RegisterDefinition, workbook: Workbook) {
  let found: { sheet: Sheet; heading: Row; above: Row[] } | undefined;
  const others: string[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name === longTextsSheet) continue;
    const rows: Row[] = [];
    for await (const row of sheet.rows()) if (rows.push(row) >= mostRowsAbove) break;
    const heading = sheet.hidden === 'no' && found === undefined ? findHeadingRow(register, rows) : undefined;
    if (heading !== undefined) found = { sheet, heading, above: rows.filter(({ number }) => number < heading.number) };
    else if (rows.length > 0) others.push(sheet.name);
  }
  if (found !== undefined) return { ...found, others };
  throw new Problem(
    'invalid',
    say('No row of the file has headings that are known here. Name the columns as in an export of the register.'),
  );
}

function isHeadingAgain(row: Row, heading: Row): boolean {
  return (
    row.cells.length === heading.cells.length &&
    heading.cells.every(({ column, text }) => row.cell(column)?.text.trim() === text.trim())
  );
}

/** Columns that hold something under no heading: they are told of, since they are not read. */
async function placesWithoutHeading(sheet: Sheet, heading: Row): Promise<readonly number[]> {
  const headed = new Set(heading.cells.map(({ column }) => column));
  const found = new Set<number>();
  for await (const rows of sheet.batches())
    for (const row of rows)
      if (row.number > heading.number) for (const { column } of row.cells) if (!headed.has(column)) found.add(column);
  return [...found].toSorted((a, b) => a - b);
}

/** In cells that are merged downwards, every row holds what stands in the topmost. */
async function mergesOf(sheet: Sheet): Promise<(row: Row, place: number) => Cell | undefined> {
  const ranges = (await sheet.merged()).filter(({ from, to }) => to.row > from.row);
  if (ranges.length === 0) return () => undefined;
  const tops = new Map<string, Cell>();
  const wanted = new Set(ranges.map(({ from }) => from.row));
  for await (const row of sheet.rows())
    if (wanted.has(row.number)) for (const cell of row.cells) tops.set(`${cell.row}:${cell.column}`, cell);
  const byColumn = Map.groupBy(ranges, ({ from }) => from.column);
  return (row, place) => {
    const range = byColumn.get(place)?.find(({ from, to }) => from.row < row.number && row.number <= to.row);
    return range === undefined ? undefined : tops.get(`${range.from.row}:${place}`);
  };
}
