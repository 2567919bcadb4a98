import { joinLines, readInline, type Context } from './read-inline.ts';
import type { Block, Inline } from './tree.ts';

const row = /^[ \t]*\|/;
const separator = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-*:?[ \t]*$/;

/** A row followed by a line of hyphens. */
export function startsTable(lines: readonly string[], at: number): boolean {
  const below = lines[at + 1] ?? '';
  return row.test(lines[at] ?? '') && below.includes('-') && separator.test(below);
}

/** The table at this line; the head is made as wide as the widest row, so that no cell is lost. */
export function readTable(lines: readonly string[], start: number, context: Context): { table: Block; next: number } {
  const read = (line: string | undefined): (readonly Inline[])[] =>
    cellsOf(line ?? '').map((cell) => readInline(joinLines([cell]), context));
  const head = read(lines[start]);
  const rows: (readonly Inline[])[][] = [];
  let next = start + 2;
  for (; row.test(lines[next] ?? ''); next += 1) rows.push(read(lines[next]));
  const width = rows.reduce((most, { length }) => Math.max(most, length), head.length);
  while (head.length < width) head.push([]);
  return { table: { kind: 'table', head, rows }, next };
}

function cellsOf(line: string): string[] {
  const cells = line
    .replaceAll(/[ \t]+/g, ' ')
    .replace(/^ ?\|/, '')
    .split(/(?<!\\)\|/);
  if (cells.length > 1 && /^ ?$/.test(cells.at(-1) ?? '')) cells.pop();
  return cells;
}
