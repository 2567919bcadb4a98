import { isDeepStrictEqual } from 'node:util';
import type { Audience } from '#kernel/policy/index.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { audienceOfField } from './audiences.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A record as it is kept: what all its readers see, and one part for each narrower audience. */
export interface SplitRecord {
  readonly base: Data;
  readonly parts: ReadonlyMap<Audience, Data>;
}

/** Name of a row within a group whose fields have different readers: it holds the row's pieces together. */
const rowKey = '~';

type Fields = Readonly<Record<string, FieldSpec>>;

/**
 * Splits a record by who may read its fields; `fields` are all of the register's, whoever writes. Rows of a group with closed fields keep their key from `before`: an equal row
 * first, then the one in the same place; what the writer cannot see stays with its row.
 */
export function splitRecord(
  fields: Fields,
  data: Data,
  country: string | undefined,
  before: SplitRecord,
  newKey: () => string,
): SplitRecord {
  const base: Record<string, unknown> = {};
  const parts = new Map<Audience, Record<string, unknown>>();
  const put = (audience: Audience | undefined, field: string, value: unknown): void => {
    if (isEmpty(value)) return;
    if (audience === undefined) base[field] = value;
    else parts.set(audience, { ...parts.get(audience), [field]: value });
  };
  for (const [field, spec] of Object.entries(fields)) {
    const value = data[field];
    const own = audienceOfField(spec.audience, country);
    if (spec.kind !== 'group' || !isMixed(spec.fields)) put(own, field, value);
    else if (spec.many) {
      const split = (row: unknown) => pieces(row, spec.fields, own, country);
      // In the order in which they are put together again: what is as it was is written as it was.
      const isShared = ({ row }: KeyedRow): boolean => split(row).has(undefined);
      const inOrder = keyed(listOf(value), rowsOf(field, before), newKey);
      const rows = [...inOrder.filter(isShared), ...inOrder.filter((each) => !isShared(each))];
      for (const [audience, list] of byAudience(rows, split)) put(audience, field, list);
    } else for (const [audience, piece] of pieces(value, spec.fields, own, country)) put(audience, field, piece);
  }
  return { base, parts };
}

/** Puts the shared part and the parts that the reader may see together again: of these fields, in their order. */
export function mergeRecord(fields: Fields, { base, parts }: SplitRecord): Data {
  const merged: Record<string, unknown> = {};
  const all = [base, ...parts.values()];
  for (const [field, spec] of Object.entries(fields)) {
    const values = all.map((each) => each[field]).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    if (spec.kind !== 'group') merged[field] = values.at(-1);
    else if (spec.many) {
      const rows = rowsOf(field, { base, parts }).map(({ row }) => ordered(spec.fields, row));
      merged[field] = rows.filter((row) => !isEmpty(row));
    } else merged[field] = ordered(spec.fields, Object.assign({}, ...values.map(recordOf)) as Data);
    if (isEmpty(merged[field])) delete merged[field];
  }
  return merged;
}

/** Whether some fields of a group are closed to readers of the others. */
export const isMixed = (fields: Fields): boolean =>
  Object.values(fields).some(({ audience }) => audience !== undefined);

/** A value without anything in it: absent, an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export const recordOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

interface KeyedRow {
  readonly key: string;
  readonly row: Data;
}

/** Rows of a group with their keys, pieces joined: those with a shared piece in its order, then the others. */
function rowsOf(field: string, { base, parts }: SplitRecord): readonly KeyedRow[] {
  const rows = new Map<string, Data>();
  for (const each of [base, ...parts.values()])
    for (const [at, { [rowKey]: given, ...row }] of listOf(each[field]).map(recordOf).entries()) {
      // Rows without keys are from before the group had closed fields.
      const key = typeof given === 'string' ? given : `#${at}`;
      rows.set(key, { ...rows.get(key), ...row });
    }
  return [...rows].map(([key, row]) => ({ key, row }));
}

function keyed(rows: readonly unknown[], before: readonly KeyedRow[], newKey: () => string): readonly KeyedRow[] {
  const free = new Map(before.map(({ key, row }) => [key, row]));
  const given = rows.map((each): { key: string | undefined; row: Data } => {
    const row = recordOf(each);
    const equal = [...free].find(([, old]) => isDeepStrictEqual(old, row))?.[0];
    if (equal !== undefined) free.delete(equal);
    return { key: equal, row };
  });
  return given.map(({ key, row }, place) => {
    if (key !== undefined) return { key, row };
    const there = before[place]?.key;
    if (there === undefined || !free.delete(there)) return { key: newKey(), row };
    return { key: there, row };
  });
}

function pieces(
  value: unknown,
  fields: Fields,
  own: Audience | undefined,
  country: string | undefined,
): ReadonlyMap<Audience | undefined, Data> {
  const found = new Map<Audience | undefined, Data>();
  for (const [field, held] of Object.entries(recordOf(value))) {
    if (isEmpty(held)) continue;
    const audience = audienceOfField(fields[field]?.audience, country) ?? own;
    found.set(audience, { ...found.get(audience), [field]: held });
  }
  return found;
}

function byAudience(
  rows: readonly KeyedRow[],
  split: (row: Data) => ReadonlyMap<Audience | undefined, Data>,
): ReadonlyMap<Audience | undefined, readonly Data[]> {
  const lists = new Map<Audience | undefined, Data[]>();
  for (const { key, row } of rows)
    for (const [audience, piece] of split(row))
      lists.set(audience, [...(lists.get(audience) ?? []), { [rowKey]: key, ...piece }]);
  return lists;
}

const ordered = (fields: Fields, row: Data): Data =>
  Object.fromEntries(Object.keys(fields).flatMap((id) => (row[id] === undefined ? [] : [[id, row[id]]])));
