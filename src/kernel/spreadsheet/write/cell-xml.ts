import { Problem } from '#kernel/errors/problem.ts';
import { type Message, say } from '#kernel/i18n/say.ts';
import { escapeText } from '#kernel/xml/index.ts';
import { cellAddress } from '../address.ts';
import { looksLikeFormula } from '../neutralise.ts';
import { serialOfDate } from '../xlsx/dates.ts';
import { escapeForWorkbook } from '../xlsx/escaped-text.ts';
import type { CellToWrite, ValueToWrite } from './definition.ts';
import { dateFormat, dateTimeFormat, type StyleSheet } from './styles.ts';

/** What spreadsheet programs hold in one cell. */
const mostCharacters = 32_767;

/** XML of one cell, or nothing for an empty one without a style. What cannot be written is refused with sheet and cell. */
export function cellXml(cell: CellToWrite, row: number, column: number, styles: StyleSheet, sheet: string): string {
  if (cell === null || cell === undefined) return '';
  const full = typeof cell === 'object' && !(cell instanceof Date) ? cell : { value: cell };
  const { value, style, formula } = full;
  const refuse = (said: Message) =>
    new Problem('wrong-use', said, { details: { sheet, cell: cellAddress(row, column) } });
  const place = { sheet, cell: cellAddress(row, column) };
  if (typeof value === 'string' && value.length > mostCharacters) {
    throw refuse(
      say(
        'The text for cell {cell} of the sheet {sheet} is longer than 32767 characters, which no spreadsheet program holds. Shorten it.',
        place,
      ),
    );
  }
  const serial = value instanceof Date ? serialOfDate(value) : undefined;
  if ((value instanceof Date && serial === undefined) || (typeof value === 'number' && !Number.isFinite(value))) {
    throw refuse(
      say(
        'The value for cell {cell} of the sheet {sheet} is no number and no date from 1900 to 9999. Write it as text or leave the cell empty.',
        place,
      ),
    );
  }
  const number = styles.use(
    style,
    formatFor(serial),
    formula === undefined && typeof value === 'string' && looksLikeFormula(value),
  );
  const start = `<c r="${place.cell}"${number === 0 ? '' : ` s="${number}"`}`;
  if (formula !== undefined)
    return `${start}${typeOfResult(value)}><f>${escapeText(formula)}</f>${result(value, serial)}</c>`;
  if (value === null || value === undefined) return number === 0 ? '' : `${start}/>`;
  if (typeof value === 'string') return `${start} t="inlineStr"><is>${textElement(value)}</is></c>`;
  return `${start}${typeOfResult(value)}>${result(value, serial)}</c>`;
}

/** A text element that keeps its spaces, and the characters that XML cannot hold. */
export function textElement(text: string): string {
  const keep = /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${keep}>${escapeText(escapeForWorkbook(text))}</t>`;
}

function formatFor(serial: number | undefined): string | undefined {
  if (serial === undefined) return undefined;
  return Number.isInteger(serial) ? dateFormat : dateTimeFormat;
}

function typeOfResult(value: ValueToWrite): string {
  if (typeof value === 'string') return ' t="str"';
  return typeof value === 'boolean' ? ' t="b"' : '';
}

function result(value: ValueToWrite, serial: number | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return `<v>${escapeText(escapeForWorkbook(value))}</v>`;
  if (typeof value === 'boolean') return `<v>${value ? 1 : 0}</v>`;
  return `<v>${serial ?? String(value)}</v>`;
}
