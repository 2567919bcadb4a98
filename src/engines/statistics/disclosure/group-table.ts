import type { DisclosureRule } from './disclosure-rule.ts';
import type { Cell, CountTable, Sum } from './table.ts';

/** A count as it is about to be released and as the release before has it. Absent: there is no such figure. */
export interface GroupRow {
  /** Codes of the dimensions along which the flow adds up, in the order of `dimensions`. */
  readonly codes: readonly string[];
  readonly now?: Version;
  readonly before?: Version;
}

export interface Version {
  /** Undefined where it was suppressed by who reported it. */
  readonly value: number | undefined;
  readonly shown: boolean;
}

/**
 * The counts that add up with each other, of this release and of the one before, as one table: a count that has not changed is
 * the same cell in both, since who subtracts one release from the other will take it so. Ids of this release are the codes
 * joined by a point.
 */
export function groupTable(rule: DisclosureRule, dimensions: readonly string[], rows: readonly GroupRow[]): CountTable {
  const cells: Cell[] = [];
  const now = new Map<string, Cell>();
  const before = new Map<string, Cell>();
  for (const row of rows) {
    const id = row.codes.join('.');
    const same = row.now !== undefined && row.before !== undefined && row.now.value === row.before.value;
    if (row.now !== undefined) {
      const cell = cellOf(id, row.now, same && row.before?.shown === true ? 'shown' : undefined);
      now.set(id, cell);
      cells.push(cell);
      if (same) before.set(id, cell);
    }
    if (row.before !== undefined && !same) {
      const cell = cellOf(`${id}@before`, row.before, row.before.shown ? 'shown' : 'closed');
      before.set(id, cell);
      cells.push(cell);
    }
  }
  return { cells, sums: [now, before].flatMap((cellsOf) => sumsOf(rule, dimensions, rows, cellsOf)) };
}

function cellOf(id: string, { value, shown }: Version, fixed: 'shown' | 'closed' | undefined): Cell {
  const state = fixed ?? (shown ? undefined : 'closed');
  return { id, value, ...(state !== undefined && { fixed: state }) };
}

function sumsOf(
  rule: DisclosureRule,
  dimensions: readonly string[],
  rows: readonly GroupRow[],
  cells: ReadonlyMap<string, Cell>,
): Sum[] {
  return rule.sums.flatMap(({ dimension, total, parts }) => {
    const at = dimensions.indexOf(dimension);
    return rows.flatMap(({ codes }) => {
      const whole = codes[at] === total ? cells.get(codes.join('.')) : undefined;
      if (whole === undefined) return [];
      const there = parts.flatMap((part) => cells.get(codes.with(at, part).join('.')) ?? []);
      return isSum(whole, there, parts.length) ? [{ total: whole.id, parts: there.map(({ id }) => id) }] : [];
    });
  });
}

/** Where a part was not reported, the sum can still be used by who takes it for zero, if that is what it comes to. */
function isSum(whole: Cell, there: readonly Cell[], all: number): boolean {
  if (there.length === 0) return false;
  if (there.length === all || whole.value === undefined) return true;
  const known = there.map(({ value }) => value);
  return known.includes(undefined) || known.reduce<number>((sum, value) => sum + (value ?? 0), 0) === whole.value;
}
