import type { Range } from './table.ts';

/** What the format itself allows. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function cellAddress(row: number, column: number): string {
  return columnName(column) + row;
}

/** Column of 'B7' from 1, or 0 when the text is no address. Case counts: files write capitals. */
export function columnOfAddress(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length && at < 4; at++) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) return at === 0 ? 0 : column;
    column = column * 26 + code - 64;
  }
  return 0;
}

/** Row of 'B7' from 1, or 0 when the text is no address. */
export function rowOfAddress(address: string): number {
  let at = 0;
  while (at < address.length && address.charCodeAt(at) >= 65 && address.charCodeAt(at) <= 90) at++;
  if (at === 0 || at === address.length || address.length - at > 7) return 0;
  let row = 0;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    row = row * 10 + digit;
  }
  return row;
}

/** Reads 'A1:C3', '$A$1:$C$3' or 'B7'; undefined when it is neither or lies outside a sheet. */
export function findRange(text: string): Range | undefined {
  const [first = '', second = first, ...more] = text.toUpperCase().replaceAll('$', '').split(':');
  if (more.length > 0) return undefined;
  const corner = (address: string) => ({ row: rowOfAddress(address), column: columnOfAddress(address) });
  const [from, to] = [corner(first), corner(second)];
  const inside = [from, to].every(
    ({ row, column }) => row >= 1 && row <= mostRows && column >= 1 && column <= mostColumns,
  );
  return inside && from.row <= to.row && from.column <= to.column ? { from, to } : undefined;
}
