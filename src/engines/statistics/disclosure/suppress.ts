import { findDetermined } from './find-determined.ts';
import type { CountTable, Suppression } from './table.ts';

/**
 * Decides which counts of a table to hide: those from 1 to `threshold` − 1 (primary), and as many more as it takes so that no
 * hidden count can be computed from what is shown (secondary; Hundepool et al. 2012, ch. 4). The smallest suitable counts are
 * taken first, parts before totals. Returns cell id → reason; a cell that is not named may be shown.
 */
export function suppress(table: CountTable, threshold: number): ReadonlyMap<string, Suppression> {
  const values = new Map(table.cells.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value] as const])));
  const hidden = new Map<string, Suppression>();
  for (const [id, value] of values) if (value > 0 && value < threshold) hidden.set(id, 'primary');
  for (
    let exposed = findExposed(table, values, hidden, threshold);
    exposed !== undefined;
    exposed = findExposed(table, values, hidden, threshold)
  ) {
    hidden.set(exposed, 'secondary');
  }
  return hidden;
}

/** The next count to hide, or undefined when every hidden one is safe. */
function findExposed(
  table: CountTable,
  values: ReadonlyMap<string, number>,
  hidden: ReadonlyMap<string, Suppression>,
  threshold: number,
): string | undefined {
  for (const sum of table.sums) {
    if (!isKnown(sum.total, sum.parts, values)) continue;
    const members = [sum.total, ...sum.parts];
    const closed = members.filter((id) => hidden.has(id));
    if (closed.length === 0 || isWideEnough(sum, closed, values, threshold)) continue;
    const next = cheapest(sum, values, hidden);
    if (next !== undefined) return next;
  }
  for (const id of findDetermined(table, values, hidden)) {
    for (const sum of table.sums) {
      if (sum.total !== id && !sum.parts.includes(id)) continue;
      const next = cheapest(sum, values, hidden);
      if (next !== undefined) return next;
    }
  }
  return undefined;
}

/** A sum with a count that nobody reported cannot be used for computing. */
function isKnown(total: string, parts: readonly string[], values: ReadonlyMap<string, number>): boolean {
  return values.has(total) && parts.every((part) => values.has(part));
}

/** Two or more are hidden, and what is known of their sum leaves each of them at least `threshold` possible values. */
function isWideEnough(
  sum: { total: string; parts: readonly string[] },
  closed: readonly string[],
  values: ReadonlyMap<string, number>,
  threshold: number,
): boolean {
  if (closed.length < 2) return false;
  if (closed.includes(sum.total)) return true;
  return closed.reduce((known, id) => known + (values.get(id) ?? 0), 0) >= threshold;
}

function cheapest(
  sum: { total: string; parts: readonly string[] },
  values: ReadonlyMap<string, number>,
  hidden: ReadonlyMap<string, Suppression>,
): string | undefined {
  const open = sum.parts.filter((part) => !hidden.has(part) && (values.get(part) ?? 0) > 0);
  const smallest = open.toSorted(
    (one, other) => (values.get(one) ?? 0) - (values.get(other) ?? 0) || (one < other ? -1 : 1),
  )[0];
  return smallest ?? (hidden.has(sum.total) ? undefined : sum.total);
}
