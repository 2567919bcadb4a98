import { type ByteSource, openByteSource } from '#kernel/zip/index.ts';
import { aWorkbook } from './a-workbook.ts';
import { csvProblem, tooManyRecords, unevenWidth } from './csv/csv-refusals.ts';
import { decodeText } from './csv/decode.ts';
import { type Delimiter, detectDelimiter, findSeparatorLine } from './csv/delimiter.ts';
import { type CsvEncoding, detectEncoding } from './csv/encoding.ts';
import { RecordSplitter } from './csv/split-records.ts';
import { defaultTableLimits, type TableLimits } from './limits.ts';
import { ReadCell, ReadRow } from './row.ts';
import type { Cell, Row, Workbook } from './table.ts';

export interface ReadCsvOptions {
  /** Found out by default. */
  readonly delimiter?: Delimiter;
  /** Found out by default. */
  readonly encoding?: CsvEncoding;
  /** Rows and cells are not limited by default: files of many millions of rows are read in constant memory. */
  readonly limits?: Partial<TableLimits>;
  /** Refuse a record whose number of fields differs from the first's. Off by default: published files carry headings. */
  readonly sameWidth?: boolean;
  /** What messages call the file. */
  readonly name?: string;
}

const defaultCsvLimits: TableLimits = {
  ...defaultTableLimits,
  rows: Number.MAX_SAFE_INTEGER,
  cells: Number.MAX_SAFE_INTEGER,
};
const sampleBytes = 64 * 1024;

/** Opens a delimited text file (RFC 4180, strictly) from a path or bytes as a workbook of one sheet whose values are all text. Close it when done. */
export async function readCsv(
  source: string | Uint8Array | ByteSource,
  options: ReadCsvOptions = {},
): Promise<Workbook> {
  const bytes =
    typeof source === 'string' || source instanceof Uint8Array ? await openByteSource(source, options.name) : source;
  try {
    return await openCsv(bytes, options);
  } catch (problem) {
    await bytes.close();
    throw problem;
  }
}

async function openCsv(bytes: ByteSource, options: ReadCsvOptions): Promise<Workbook> {
  const limits = { ...defaultCsvLimits, ...options.limits };
  const found = await detectEncoding(bytes);
  const encoding = options.encoding ?? found.encoding;
  const skip = options.encoding === undefined || options.encoding === found.encoding ? found.skip : 0;
  const head = await bytes.read(skip, sampleBytes);
  const sample = new TextDecoder(encoding, { ignoreBOM: true }).decode(head, { stream: true });
  const instruction = findSeparatorLine(sample);
  const delimiter = options.delimiter ?? instruction?.delimiter ?? detectDelimiter(sample);

  async function* batches(): AsyncGenerator<readonly Row[], void, undefined> {
    const gathered = gatherRows(
      bytes.name,
      delimiter,
      limits,
      options.sameWidth === true,
      instruction === undefined ? 0 : 1,
    );
    let rest = instruction?.length ?? 0;
    for await (const text of decodeText(bytes, encoding, skip)) {
      gathered.splitter.push(rest === 0 ? text : text.slice(rest));
      rest = 0;
      const rows = gathered.take();
      if (rows.length > 0) yield rows;
    }
    gathered.splitter.end();
    const rows = gathered.take();
    if (rows.length > 0) yield rows;
  }

  return aWorkbook({
    kind: 'csv',
    name: bytes.name,
    sheets: [
      {
        name: bytes.name.replace(/\.[^.]*$/, ''),
        index: 0,
        hidden: 'no',
        batches,
        async *rows() {
          for await (const batch of batches()) yield* batch;
        },
        merged: async () => [],
      },
    ],
    definedNames: [],
    notes: options.encoding === undefined && found.note !== undefined ? [found.note] : [],
    close: () => bytes.close(),
  });
}

function gatherRows(file: string, delimiter: Delimiter, limits: TableLimits, sameWidth: boolean, linesBefore: number) {
  let rows: Row[] = [];
  let number = 0;
  let width: number | undefined;
  const splitter = new RecordSplitter({
    delimiter,
    fieldCharacters: limits.cellCharacters,
    fields: limits.columns,
    record(fields, lineInText) {
      const line = lineInText + linesBefore;
      if (++number > limits.rows) throw tooManyRecords(file, line, limits.rows);
      const cells: Cell[] = [];
      for (let at = 0; at < fields.length; at++) {
        const value = fields[at]!;
        if (value !== '') cells.push(new ReadCell(number, at + 1, value));
      }
      if (sameWidth && (fields.length > 1 || cells.length > 0)) {
        width ??= fields.length;
        if (fields.length !== width) throw unevenWidth(file, line, fields.length, width);
      }
      if (cells.length > 0) rows.push(new ReadRow(number, line, cells));
    },
    refuse(fault, line, field) {
      throw csvProblem(fault, file, line + linesBefore, field, limits);
    },
  });
  return {
    splitter,
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}
