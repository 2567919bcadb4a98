/** What a value cell says. `ambiguous` is decided by what the rest of the column shows. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number; readonly style?: Style; readonly mark?: string }
  | { readonly kind: 'suppressed'; readonly written: string }
  | { readonly kind: 'missing'; readonly status: 'O' | 'M'; readonly written: string }
  | { readonly kind: 'ambiguous'; readonly thousands: number; readonly decimal: number; readonly mark: Mark }
  | { readonly kind: 'unreadable' };

/** Which mark stands where, when a figure leaves no doubt. */
export interface Style {
  readonly thousands?: Mark;
  readonly decimal?: Mark;
}
export type Mark = ',' | '.';

const spaces = /[\s'’]/g;
const groupedBySpace = /^[+-]?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/;
const suppressed = /^(?:[<≤]\s*=?\s*\d[\d\s,.]*|(?:fewer|less) than \d+|suppressed|confidential|\(?c\)?|\*{2,})$/i;
const missing = /^(?:|\.{2,3}|…|:|-|–|—|n\.?\/?d\.?|n\.a\.|n\/a|na|null|not available|no data|missing|unknown)$/i;
const notApplicable = /^(?:not applicable|n\.?app\.?)$/i;
/** Marks that lead to a footnote, at the end of a figure. */
const footnote = /\s*(?:\*|†|‡|§|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,2}\]|\((?:\d{1,2}|[a-z])\)|(?<=\d)\s*[a-d])$/;

/** Reads a value as people write them: grouped, with footnote marks, suppressed (`<5`) or left out. */
export function readNumber(cell: string | number): ReadNumber {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { kind: 'number', value: cell } : { kind: 'unreadable' };
  const written = cell.trim();
  if (suppressed.test(written)) return { kind: 'suppressed', written };
  if (missing.test(written)) return { kind: 'missing', status: 'O', written };
  if (notApplicable.test(written)) return { kind: 'missing', status: 'M', written };
  const plain = readPlain(written.replace(/^\u2212/, '-'));
  if (plain.kind !== 'unreadable') return plain;
  const mark = footnote.exec(written)?.[0];
  if (mark === undefined) return plain;
  const without = readPlain(written.slice(0, -mark.length).trim());
  return without.kind === 'number' ? { ...without, mark: mark.trim() } : without;
}

function readPlain(text: string): ReadNumber {
  if (/^[+-]?(?:\d+|\d*\.\d{1,2}|\d*\.\d{4,}|\d{4,}\.\d+|0\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) {
    return { kind: 'number', value: Number(text), ...(text.includes('.') && { style: { decimal: '.' } }) };
  }
  if (/^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+)$/.test(text)) {
    return { kind: 'number', value: Number(text.replace(',', '.')), style: { decimal: ',' } };
  }
  if (groupedBySpace.test(text))
    return { kind: 'number', value: Number(text.replaceAll(spaces, '').replace(',', '.')) };
  if (text.endsWith('%')) return readPlain(text.slice(0, -1).replaceAll(spaces, ''));
  return readGrouped(text);
}

/** `1,234,567`, `1.234,5`, `12,34,567`: what stands twice groups; of two marks the last is the decimal one. */
function readGrouped(text: string): ReadNumber {
  for (const [group, point] of [
    [',', '.'],
    ['.', ','],
  ] as const) {
    const g = `\\${group}`;
    const sure = new RegExp(
      `^[+-]?(?:\\d{1,3}(?:${g}\\d{3})+\\${point}\\d+|\\d{1,3}(?:${g}\\d{3}){2,}|\\d{1,2}(?:${g}\\d{2})+${g}\\d{3})$`,
    );
    const digits = (): number => Number(text.replaceAll(group, '').replace(point, '.'));
    if (sure.test(text)) {
      return {
        kind: 'number',
        value: digits(),
        style: { thousands: group, ...(text.includes(point) && { decimal: point }) },
      };
    }
    if (new RegExp(`^[+-]?[1-9]\\d{0,2}${g}\\d{3}$`).test(text)) {
      return { kind: 'ambiguous', thousands: digits(), decimal: Number(text.replace(group, '.')), mark: group };
    }
  }
  return { kind: 'unreadable' };
}
