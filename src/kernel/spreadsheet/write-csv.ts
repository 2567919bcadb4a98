import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { cellAddress } from './address.ts';
import type { Delimiter } from './csv/delimiter.ts';
import { neutralise } from './neutralise.ts';

export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

export interface WriteCsvOptions {
  /** A comma by default. */
  readonly delimiter?: Delimiter;
  /**
   * 'people', the default: text that a spreadsheet program would take for a formula gets an apostrophe before it; numbers stay
   * numbers. 'machines': text goes out exactly as it is, for formats with a contract such as SDMX-CSV.
   */
  readonly readers?: 'people' | 'machines';
  /** Begins with the UTF-8 mark, without which Excel takes letters with accents for others. Off by default. */
  readonly byteOrderMark?: boolean;
}

const chunkLength = 64 * 1024;

/** Delimited text (RFC 4180, CRLF) in chunks, in constant memory. Empty for null and undefined, ISO 8601 for dates; NaN and infinities are 'wrong-use'. */
export async function* writeCsv(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  options: WriteCsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const delimiter = options.delimiter ?? ',';
  const forPeople = options.readers !== 'machines';
  // Other programs' delimiters are quoted too, so that a guess at the delimiter cannot go wrong.
  const special = /[",;\t|\r\n]|^\s|\s$/;
  const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  let chunk = options.byteOrderMark ? '\uFEFF' : '';
  let number = 0;
  for await (const row of rows) {
    number++;
    for (let at = 0; at < row.length; at++) {
      if (at > 0) chunk += delimiter;
      const value = row[at];
      if (typeof value === 'string') chunk += quoted(forPeople ? neutralise(value, delimiter) : value);
      else chunk += quoted(written(value, number, at + 1));
    }
    // A record of one empty field would be an empty line, which readers pass over.
    if (row.length === 1 && (row[0] === '' || row[0] === null || row[0] === undefined)) chunk += '""';
    chunk += '\r\n';
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function written(value: Exclude<CsvValue, string>, row: number, column: number): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (!Number.isNaN(value.getTime()))
      return value
        .toISOString()
        .replace(/T00:00:00\.000Z$/, '')
        .replace('.000Z', 'Z');
  } else if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  throw new Problem(
    'wrong-use',
    say(
      'The value for cell {cell} is no number and no date, and cannot be written. Leave the cell empty and say why in another.',
      {
        cell: cellAddress(row, column),
      },
    ),
    { details: { cell: cellAddress(row, column) } },
  );
}
