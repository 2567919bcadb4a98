import { cellAddress } from './address.ts';
import type { Cell, CellValue, Row } from './table.ts';

/** A cell that works out its address and text only when asked: most readers want the value alone. */
export class ReadCell implements Cell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: boolean;
  readonly error: string | undefined;
  readonly format: string | undefined;

  constructor(row: number, column: number, value: CellValue, formula = false, error?: string, format?: string) {
    this.row = row;
    this.column = column;
    this.value = value;
    this.formula = formula;
    this.error = error;
    this.format = format;
  }

  get address(): string {
    return cellAddress(this.row, this.column);
  }

  get text(): string {
    if (this.error !== undefined) return this.error;
    if (typeof this.value === 'string') return this.value;
    return textOf(this.value);
  }
}

function textOf(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!(value instanceof Date)) return String(value);
  const iso = value.toISOString();
  if (iso.endsWith('T00:00:00.000Z')) return iso.slice(0, -14);
  return iso.endsWith('.000Z') ? iso.slice(0, -5) : iso.slice(0, -1);
}

export class ReadRow implements Row {
  readonly number: number;
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly hidden: boolean;

  constructor(number: number, line: number, cells: readonly Cell[], hidden = false) {
    this.number = number;
    this.line = line;
    this.cells = cells;
    this.hidden = hidden;
  }

  cell(column: number): Cell | undefined {
    const straight = this.cells[column - 1];
    if (straight?.column === column) return straight;
    return this.cells.find((cell) => cell.column === column);
  }
}
