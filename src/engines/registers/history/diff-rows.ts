import { isDeepStrictEqual } from 'node:util';

type Row = Readonly<Record<string, unknown>>;
/** A row before and the row after that it became; one of them is absent where it was added or removed. */
export interface Pair {
  readonly before?: Row;
  readonly after?: Row;
}

/** Rows of a group paired off: first those that are equal, then those that share most, then what stands at the same place. Of more than 300 unequal rows, only by place. */
export function pairRows(before: readonly Row[], after: readonly Row[]): readonly Pair[] {
  const partner = new Map<number, number>();
  const free = new Set(before.keys());
  const take = (to: number, from: number | undefined): void => {
    if (from === undefined) return;
    partner.set(to, from);
    free.delete(from);
  };
  const places = new Map<string, number[]>();
  for (const [at, row] of before.entries()) {
    const key = keyOf(row);
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  for (const [to, row] of after.entries()) take(to, places.get(keyOf(row))?.shift());
  const open = (): number[] => [...after.keys()].filter((to) => !partner.has(to));
  if (open().length <= 300 && free.size <= 300) {
    const likely = open()
      .flatMap((to) => [...free].map((from) => ({ to, from, shared: sharedOf(before[from], after[to]) })))
      .filter(({ shared }) => shared >= 0.34)
      .sort((a, b) => b.shared - a.shared || Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
    for (const { to, from } of likely) if (!partner.has(to) && free.has(from)) take(to, from);
  }
  for (const to of open()) if (free.has(to)) take(to, to);
  const pairs = after.map((row, to): Pair => withBefore(before[partner.get(to) ?? -1], row));
  return [...pairs, ...[...free].flatMap((from) => (before[from] === undefined ? [] : [{ before: before[from] }]))];
}

const withBefore = (before: Row | undefined, after: Row): Pair =>
  before === undefined ? { after } : { before, after };
const keyOf = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Share of the fields of either row that both hold alike. */
function sharedOf(before: Row = {}, after: Row = {}): number {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const alike = [...fields].filter((field) => isDeepStrictEqual(before[field], after[field])).length;
  return fields.size === 0 ? 1 : alike / fields.size;
}
