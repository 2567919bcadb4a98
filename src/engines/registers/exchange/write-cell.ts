import type { Column } from './column.ts';
import { joinList } from './list-cell.ts';
import { valueAt } from './path.ts';

export type CellWritten = string | number | boolean | undefined;

/** What stands in this column for a record. */
export function writeCell({ path, kind, after = 0 }: Column, data: Readonly<Record<string, unknown>>): CellWritten {
  if (kind === 'json') {
    const rows = valueAt(data, path);
    return Array.isArray(rows) && rows.length > after ? JSON.stringify(rows.slice(after)) : undefined;
  }
  const star = path.indexOf('*');
  if (star < 0) return plain(valueAt(data, path));
  const list = valueAt(data, path.slice(0, star));
  if (!Array.isArray(list)) return undefined;
  return joinList(list.map((entry) => String(plain(valueAt(entry, path.slice(star + 1))) ?? ''))) || undefined;
}

const plain = (value: unknown): CellWritten =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
