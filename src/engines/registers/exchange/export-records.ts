import { translate } from '#kernel/i18n/index.ts';
import type { Language } from '#kernel/i18n/say.ts';
import { writeCsv, writeWorkbook, type RowToWrite } from '#kernel/spreadsheet/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { guardApostrophes } from './apostrophes.ts';
import { columnsOf, recordColumns } from './columns-of.ts';
import { columnLabel } from './guess-mapping.ts';
import { jsonLdContext, recordAsJsonLd } from './json-ld.ts';
import { LongTexts, longTextsSheet } from './long-texts.ts';
import { writeCell, type CellWritten } from './write-cell.ts';

/** A record as it goes out; a `RecordView` is one. `data` holds only what the reader may see. */
export interface ExportedRecord {
  readonly id: string;
  readonly state: string;
  readonly demonstration: boolean;
  readonly changed: { readonly at: Date };
  readonly data: Readonly<Record<string, unknown>>;
}

/** Formats of exports, each with its media type and the end of its file's name. */
export const exportFormats = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  jsonl: { type: 'application/jsonl', extension: 'jsonl' },
  jsonld: { type: 'application/ld+json', extension: 'jsonld' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/**
 * Streams records in a format; what is exported as CSV, XLSX or JSON lines is imported again as the same. `register` is the one that the
 * reader knows (closed fields taken out); `origin` (`https://…`) makes the addresses of JSON-LD whole.
 */
export async function* exportRecords(
  register: RegisterDefinition,
  records: AsyncIterable<ExportedRecord> | Iterable<ExportedRecord>,
  format: ExportFormat,
  { language, origin = '' }: { readonly language: Language; readonly origin?: string },
): AsyncGenerator<Uint8Array, void, undefined> {
  if (format === 'xlsx') yield* workbookOf(register, records, language);
  else {
    const encoder = new TextEncoder();
    const lines =
      format === 'csv'
        ? csvOf(register, records)
        : format === 'jsonl'
          ? jsonLinesOf(records)
          : jsonLdOf(register, records, origin);
    for await (const text of lines) yield encoder.encode(text);
  }
}

function cellsOf(register: RegisterDefinition): (record: ExportedRecord) => readonly CellWritten[] {
  const columns = columnsOf(register);
  return ({ id, state, demonstration, changed, data }) => [
    id,
    state,
    demonstration,
    changed.at.toISOString(),
    ...columns.map((column) => writeCell(column, data)),
  ];
}

function csvOf(register: RegisterDefinition, records: AsyncIterable<ExportedRecord> | Iterable<ExportedRecord>) {
  const cells = cellsOf(register);
  async function* rows() {
    yield [...recordColumns, ...columnsOf(register).map(({ id }) => id)];
    for await (const record of records)
      yield cells(record).map((cell) => (typeof cell === 'string' ? guardApostrophes(cell) : cell));
  }
  return writeCsv(rows(), { byteOrderMark: true });
}

function workbookOf(
  register: RegisterDefinition,
  records: AsyncIterable<ExportedRecord> | Iterable<ExportedRecord>,
  language: Language,
) {
  const cells = cellsOf(register);
  const long = new LongTexts();
  async function* rows(): AsyncGenerator<RowToWrite> {
    const headings = [
      ...recordColumns,
      ...columnsOf(register).map((column) => `${columnLabel(column, language)} [${column.id}]`),
    ];
    yield headings.map((value) => ({ value, style: 'heading' }));
    for await (const record of records)
      yield cells(record).map((cell) => (typeof cell === 'string' ? long.take(cell) : cell));
  }
  const name = translate(language, register.title)
    .replaceAll(/[[\]:*?/\\\p{Cc}']/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim();
  return writeWorkbook({
    styles: { heading: { bold: true } },
    sheets: [
      {
        name: name === '' || name === longTextsSheet ? 'Records' : name,
        rows: rows(),
        freeze: { rows: 1 },
        rightToLeft: language === 'ar',
      },
      { name: longTextsSheet, rows: long.rows() },
    ],
  });
}

async function* jsonLinesOf(records: AsyncIterable<ExportedRecord> | Iterable<ExportedRecord>) {
  for await (const { id, state, demonstration, changed, data } of records)
    yield `${JSON.stringify({ id, state, demonstration, changed: changed.at.toISOString(), data })}\n`;
}

async function* jsonLdOf(
  register: RegisterDefinition,
  records: AsyncIterable<ExportedRecord> | Iterable<ExportedRecord>,
  origin: string,
) {
  yield `{"@context":${JSON.stringify(jsonLdContext)},"@graph":[`;
  let parted = '\n';
  for await (const record of records) {
    yield parted + JSON.stringify(recordAsJsonLd(register, record, origin));
    parted = ',\n';
  }
  yield '\n]}\n';
}
