import type { FieldSpec } from '../fields/spec.ts';
import type { Column } from './column.ts';

type Data = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, FieldSpec>>;

/**
 * The record that a row makes of one that is there: what the file has columns for is as the row says, empty cells emptying it; all
 * else stays. Texts are taken by language and single groups by field; lists as a whole.
 */
export function applyRow(fields: Fields, held: Data, row: Data, columns: readonly Pick<Column, 'path'>[]): Data {
  const result: Record<string, unknown> = { ...held };
  for (const [field, spec] of Object.entries(fields)) {
    const own = columns.filter(({ path }) => path[0] === field);
    if (own.length === 0) continue;
    const value = applied(spec, held[field], row[field], own);
    if (value === undefined) delete result[field];
    else result[field] = value;
  }
  return result;
}

function applied(spec: FieldSpec, held: unknown, row: unknown, columns: readonly Pick<Column, 'path'>[]): unknown {
  const deeper = columns.map(({ path }) => ({ path: path.slice(1) }));
  if (deeper.some(({ path }) => path.length === 0)) return row;
  if (!spec.many && spec.kind === 'group') return filled(applyRow(spec.fields, dataOf(held), dataOf(row), deeper));
  if (spec.many || (spec.kind !== 'text' && spec.kind !== 'rich') || !spec.translatable) return row;
  const languages = new Set(deeper.map(({ path }) => String(path[0])));
  const kept = Object.entries(dataOf(held)).filter(([language]) => !languages.has(language));
  return filled({ ...Object.fromEntries(kept), ...dataOf(row) });
}

const dataOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});
const filled = (data: Data): Data | undefined => (Object.keys(data).length === 0 ? undefined : data);
