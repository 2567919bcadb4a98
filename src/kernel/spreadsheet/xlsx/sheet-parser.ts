import type { PlainHandlers } from '#kernel/xml/index.ts';
import { columnOfAddress, findRange, mostColumns, mostRows, rowOfAddress } from '../address.ts';
import type { TableLimits } from '../limits.ts';
import { ReadCell, ReadRow } from '../row.ts';
import type { Cell, Range, Row } from '../table.ts';
import { type CellFormat, generalFormat } from './styles-part.ts';
import { dateOfSerial, type DateSystem } from './dates.ts';
import { unescapeText } from './escaped-text.ts';
import { localName } from './part.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { SheetRefusals } from './sheet-refusals.ts';
import { isTrue } from './workbook-part.ts';

/** What the cells of every sheet refer to. */
export interface SheetContext {
  readonly texts: SharedTexts;
  readonly formats: readonly CellFormat[];
  readonly dateSystem: DateSystem;
  readonly limits: TableLimits;
  readonly refusals: SheetRefusals;
}

type Attributes = Readonly<Record<string, string>>;

/** Gathers rows from the XML of one sheet. The dimension that the sheet declares is not looked at: writers get it wrong. */
export class SheetParser implements PlainHandlers {
  /** Rows completed since the caller last took them. */
  rows: Row[] = [];
  readonly merged: Range[] = [];
  /** Place reached, for messages. */
  row = 0;
  column = 0;
  readonly #context: SheetContext;
  #inData = false;
  #cells: Cell[] = [];
  #count = 0;
  #hidden = false;
  #type = '';
  #style = 0;
  #formula = false;
  #guide = false;
  #collecting = false;
  #has = false;
  #text = '';

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open({ name, attributes }: { readonly name: string; readonly attributes: Attributes }): void {
    const local = localName(name);
    if (!this.#inData) {
      if (local === 'sheetData') this.#inData = true;
      else if (local === 'mergeCell') this.#addMerged(attributes['ref']);
      return;
    }
    if (local === 'c') this.#openCell(attributes);
    else if (local === 'v' || local === 't') {
      if (!this.#guide) this.#collecting = this.#has = true;
    } else if (local === 'row') this.#openRow(attributes);
    else if (local === 'f') this.#formula = true;
    else if (local === 'rPh') this.#guide = true;
  }

  text(text: string): void {
    if (!this.#collecting) return;
    this.#text += text;
    const { limits, refusals } = this.#context;
    if (this.#text.length > limits.cellCharacters) throw refusals.longText(this.row, this.column);
  }

  close(name: string): void {
    if (!this.#inData) return;
    const local = localName(name);
    if (local === 'c') this.#closeCell();
    else if (local === 'v' || local === 't') this.#collecting = false;
    else if (local === 'row') this.#closeRow();
    else if (local === 'rPh') this.#guide = false;
    else if (local === 'sheetData') this.#inData = false;
  }

  #openRow(attributes: Attributes): void {
    const written = attributes['r'];
    const row = written === undefined ? this.row + 1 : Number(written);
    const { refusals } = this.#context;
    // The order is the format's promise and what lets rows go on at once; a row given twice would be read in two ways.
    if (!Number.isInteger(row) || row <= this.row) throw refusals.misplaced(this.row + 1, 1, written ?? '');
    if (row > mostRows) throw refusals.tooManyRows(row);
    this.row = row;
    this.column = 0;
    this.#cells = [];
    this.#hidden = isTrue(attributes['hidden']);
  }

  #openCell(attributes: Attributes): void {
    const written = attributes['r'];
    const { refusals } = this.#context;
    let column = this.column + 1;
    if (written !== undefined) {
      const named = columnOfAddress(written);
      if (named < column || rowOfAddress(written) !== this.row) {
        if (named > 0 || this.row === 0) throw refusals.misplaced(Math.max(this.row, 1), column, written);
        throw refusals.tooManyColumns(this.row, mostColumns + 1, mostColumns);
      }
      column = named;
    }
    if (column > mostColumns) throw refusals.tooManyColumns(this.row, column, mostColumns);
    this.column = column;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#formula = this.#has = false;
    this.#text = '';
  }

  #closeCell(): void {
    if (!this.#has && !this.#formula) return;
    const cell = this.#readCell();
    if (cell.value === undefined && cell.error === undefined && !cell.formula) return;
    const { limits, refusals } = this.#context;
    if (this.column > limits.columns) throw refusals.tooManyColumns(this.row, this.column, limits.columns);
    if (++this.#count > limits.cells) throw refusals.tooManyCells(this.row, this.column);
    this.#cells.push(cell);
  }

  #readCell(): Cell {
    const { row, column } = this;
    const written = this.#text;
    const formula = this.#formula;
    const format = this.#context.formats[this.#style] ?? generalFormat;
    switch (this.#type) {
      case 's':
        return new ReadCell(
          row,
          column,
          written === '' ? undefined : this.#sharedText(written),
          formula,
          undefined,
          format.code,
        );
      case 'str':
      case 'inlineStr':
        return new ReadCell(
          row,
          column,
          this.#has ? unescapeText(written) : undefined,
          formula,
          undefined,
          format.code,
        );
      case 'b':
        return new ReadCell(
          row,
          column,
          written === '' ? undefined : isTrue(written.trim()),
          formula,
          undefined,
          format.code,
        );
      case 'e':
        return new ReadCell(row, column, undefined, formula, written.trim() || '#VALUE!', format.code);
      case 'd':
        return new ReadCell(row, column, readIsoDate(written), formula, undefined, format.code);
      default:
        return new ReadCell(row, column, this.#readNumber(written, format), formula, undefined, format.code);
    }
  }

  #sharedText(written: string): string {
    const { texts, refusals, limits } = this.#context;
    const text = texts.get(Number(written));
    if (text === undefined) throw refusals.missingText(this.row, this.column);
    if (text.length > limits.cellCharacters) throw refusals.longText(this.row, this.column);
    return text;
  }

  /** What claims to be a number and is none stays visible as text, for the checks to find. */
  #readNumber(written: string, format: CellFormat): number | Date | string | undefined {
    if (written === '') return undefined;
    const value = Number(written);
    if (!Number.isFinite(value)) return written;
    return format.date ? (dateOfSerial(value, this.#context.dateSystem) ?? value) : value;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    const { limits, refusals } = this.#context;
    if (this.row > limits.rows) throw refusals.tooManyRows(this.row);
    this.rows.push(new ReadRow(this.row, this.row, this.#cells, this.#hidden));
    this.#cells = [];
  }

  #addMerged(reference: string | undefined): void {
    const range = reference === undefined ? undefined : findRange(reference);
    if (range !== undefined) this.merged.push(range);
  }
}

function readIsoDate(written: string): Date | string | undefined {
  if (written === '') return undefined;
  const date = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(written) || !written.includes('T') ? written : `${written}Z`);
  return Number.isNaN(date.getTime()) ? written : date;
}
