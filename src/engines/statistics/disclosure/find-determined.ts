import type { CountTable, Sum } from './table.ts';

/**
 * Secret cells whose value follows from the sums and the cells shown: those whose unit vector lies in the row space of the
 * equations over the secret cells. Exact for the 0/±1 systems of tables; done for each connected part of them by itself.
 */
export function findDetermined(table: CountTable, secret: ReadonlySet<string>): string[] {
  const equations = usableSums(table)
    .map(({ total, parts }) => {
      const row = new Map<string, number>();
      for (const part of parts) if (secret.has(part)) row.set(part, 1);
      if (secret.has(total)) row.set(total, (row.get(total) ?? 0) - 1);
      return row;
    })
    .filter((row) => row.size > 0);
  return components(equations).flatMap(determinedIn);
}

/** A sum with a count that nobody reported cannot be used for computing; one with a count that is merely kept back can. */
export function usableSums({ cells, sums }: CountTable): readonly Sum[] {
  const there = new Set(
    cells.filter(({ value, fixed }) => value !== undefined || fixed === 'closed').map(({ id }) => id),
  );
  return sums.filter(({ total, parts }) => there.has(total) && parts.every((part) => there.has(part)));
}

/** Equations that share hidden cells, together. */
function components(equations: readonly Map<string, number>[]): Map<string, number>[][] {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(id, root);
    return root;
  };
  for (const row of equations) {
    const [first, ...rest] = row.keys();
    if (first !== undefined) for (const id of rest) parent.set(find(id), find(first));
  }
  const groups = new Map<string, Map<string, number>[]>();
  for (const row of equations) {
    const first = row.keys().next().value;
    if (first === undefined) continue;
    const root = find(first);
    groups.set(root, [...(groups.get(root) ?? []), row]);
  }
  return [...groups.values()];
}

/** Brings the equations into reduced row echelon form; a row with a single entry determines its cell. */
function determinedIn(equations: readonly Map<string, number>[]): string[] {
  const reduced: { pivot: string; row: Map<string, number> }[] = [];
  for (const equation of equations) {
    const row = new Map(equation);
    for (const { pivot, row: other } of reduced) subtract(row, other, row.get(pivot) ?? 0);
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    const factor = row.get(pivot) ?? 1;
    for (const [id, value] of row) row.set(id, value / factor);
    for (const { row: other } of reduced) subtract(other, row, other.get(pivot) ?? 0);
    reduced.push({ pivot, row });
  }
  return reduced.filter(({ row }) => row.size === 1).map(({ pivot }) => pivot);
}

function subtract(row: Map<string, number>, other: ReadonlyMap<string, number>, times: number): void {
  if (times === 0) return;
  for (const [id, value] of other) {
    const left = (row.get(id) ?? 0) - times * value;
    if (Math.abs(left) < 1e-9) row.delete(id);
    else row.set(id, left);
  }
}
