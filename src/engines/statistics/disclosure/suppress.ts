import { findDetermined, usableSums } from './find-determined.ts';
import type { CountTable, Sum, Suppression } from './table.ts';

/**
 * Decides which counts of a table to hide: those from 1 to `threshold` − 1 (primary), and as many more as it takes so that no
 * secret count can be computed from what is shown (secondary; Hundepool et al. 2012, ch. 4). The smallest suitable counts are
 * taken first, parts before totals. Returns cell id → reason; a cell that is not named may be shown. What was shown before is
 * taken as known to everyone, and what is closed anyway is protected as well.
 */
export function suppress(table: CountTable, threshold: number): ReadonlyMap<string, Suppression> {
  const values = new Map(table.cells.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value] as const])));
  const known = new Set(table.cells.flatMap(({ id, fixed }) => (fixed === 'shown' ? [id] : [])));
  const secret = new Set(table.cells.flatMap(({ id, fixed }) => (fixed === 'closed' ? [id] : [])));
  const hidden = new Map<string, Suppression>();
  for (const { id, value, fixed } of table.cells) {
    if (value === undefined || value <= 0 || value >= threshold || fixed === 'closed') continue;
    hidden.set(id, 'primary');
    if (fixed !== 'shown') secret.add(id);
  }
  const hidable = table.cells.filter(({ value, fixed }) => fixed !== 'shown' && value !== 0).map(({ id }) => id);
  const lost = new Set(findDetermined(table, new Set(hidable)));
  const state: State = { table, sums: usableSums(table), values, known, secret, lost, threshold };
  for (let next = findNext(state); next !== undefined; next = findNext(state)) {
    hidden.set(next, 'secondary');
    secret.add(next);
  }
  return hidden;
}

interface State {
  readonly table: CountTable;
  readonly sums: readonly Sum[];
  readonly values: ReadonlyMap<string, number>;
  readonly known: ReadonlySet<string>;
  readonly secret: ReadonlySet<string>;
  /** What follows from what was shown before, however much is hidden now: nothing is hidden in vain for it. */
  readonly lost: ReadonlySet<string>;
  readonly threshold: number;
}

/** The next count to hide, or undefined when every secret one is safe or nothing more can be hidden. */
function findNext(state: State): string | undefined {
  for (const sum of state.sums) {
    const closed = [sum.total, ...sum.parts].filter((id) => state.secret.has(id));
    if (closed.length === 0 || isWideEnough(sum, closed, state)) continue;
    const next = cheapest(sum, state);
    if (next !== undefined) return next;
  }
  for (const id of findDetermined(state.table, state.secret)) {
    const next = state.lost.has(id) ? undefined : nearest(id, state);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The cheapest count to hide in the sums of a cell, else in the sums of its fellows there, and so on outwards. */
function nearest(id: string, state: State): string | undefined {
  const reached = new Set([id]);
  for (let edge: readonly string[] = [id]; edge.length > 0;) {
    const around = state.sums.filter(({ total, parts }) => edge.some((one) => one === total || parts.includes(one)));
    for (const sum of around) {
      const next = cheapest(sum, state);
      if (next !== undefined) return next;
    }
    edge = around.flatMap(({ total, parts }) => [total, ...parts]).filter((one) => !reached.has(one));
    for (const one of edge) reached.add(one);
  }
  return undefined;
}

/** Two or more are secret, and what is known of their sum leaves each of them at least `threshold` possible values. */
function isWideEnough(sum: Sum, closed: readonly string[], { values, secret, threshold }: State): boolean {
  if (closed.length < 2) return false;
  if (closed.includes(sum.total)) return true;
  const shown = sum.parts.filter((part) => !secret.has(part));
  const left = shown.reduce((rest, id) => rest - (values.get(id) ?? 0), values.get(sum.total) ?? 0);
  return left >= threshold;
}

function cheapest(sum: Sum, { values, known, secret }: State): string | undefined {
  const open = sum.parts.filter((part) => !secret.has(part) && !known.has(part) && (values.get(part) ?? 0) > 0);
  const smallest = open.toSorted(
    (one, other) => (values.get(one) ?? 0) - (values.get(other) ?? 0) || (one < other ? -1 : 1),
  )[0];
  const isOpen = !secret.has(sum.total) && !known.has(sum.total) && values.get(sum.total) !== 0;
  return smallest ?? (isOpen ? sum.total : undefined);
}
