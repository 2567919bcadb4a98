import type { DataStructure } from '../../model/structure.ts';

/** How many values of a dimension a query asks for; a dimension that it leaves open is absent. */
export type Bound = ReadonlyMap<string, number>;

/** What is known of a table: its rows, and how many different codes each dimension has in it. */
export interface TableFacts {
  readonly rows: number;
  readonly codes: ReadonlyMap<string, number>;
}

const area = 'REF_AREA';
const frequency = 'FREQ';

/**
 * The dimensions in the order in which one indicator of all areas lies together: a map, or an indicator, is then a few
 * pages of a large table and not all of it. Undefined where the key begins like that already, or has no areas.
 */
export function sliceOrder({ dimensions }: DataStructure): readonly string[] | undefined {
  const ids = dimensions.map(({ id }) => id);
  if (!ids.includes(area)) return undefined;
  const others = ids.filter((id) => id !== area && id !== frequency);
  // The frequency comes late: it seldom has two values, and often nobody names it.
  const order = [...others, ...ids.filter((id) => id === frequency), area];
  return order.every((id, place) => id === ids[place]) ? undefined : order;
}

/** Rows to read of a table in this order: the codes bound before the first open one choose a stretch of it. */
export function rowsRead(order: readonly string[], { rows, codes }: TableFacts, bound: Bound): number {
  let left = rows;
  for (const id of order) {
    const different = codes.get(id) ?? 1;
    const asked = bound.get(id);
    if (asked === undefined && different > 1) break;
    if (asked !== undefined) left *= Math.min(1, asked / Math.max(1, different));
  }
  return left;
}

/** Whether the rows chosen from a table in `order` come in the order of the key. */
export function keepsKeyOrder(
  key: readonly string[],
  order: readonly string[],
  { codes }: TableFacts,
  bound: Bound,
): boolean {
  const open = (id: string): boolean => (bound.get(id) ?? 2) > 1 && (codes.get(id) ?? 1) > 1;
  const one = key.filter(open);
  const other = order.filter(open);
  return one.every((id, place) => id === other[place]);
}

/** Sorting a row costs about as much as reading this many. */
const sortingCost = 12;

/** Whether a table in `order` gives the rows sooner than one in the order of the key, sorted again where need be. */
export function isSooner(key: readonly string[], order: readonly string[], facts: TableFacts, bound: Bound): boolean {
  const all = [...bound].reduce(
    (left, [id, asked]) => left * Math.min(1, asked / (facts.codes.get(id) ?? 1)),
    facts.rows,
  );
  const sorting = keepsKeyOrder(key, order, facts, bound) ? 0 : all * sortingCost;
  return rowsRead(order, facts, bound) + sorting < rowsRead(key, facts, bound);
}
