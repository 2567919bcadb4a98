import { joinLines, readInline, takeAnchor, type Context } from './read-inline.ts';
import type { List, ListItem } from './tree.ts';

/** Indent, mark and text of an item. */
export const listMarker = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+([^ \t].*)$/;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenItem = Writable<ListItem>;
interface OpenList {
  readonly ordered: boolean;
  readonly items: OpenItem[];
  readonly deeper: OpenList[][];
}

/** The list that begins at this line: items of one kind, with lists of a second level under them; `stops` tells the lines that belong to no item. */
export function readList(
  lines: readonly string[],
  start: number,
  context: Context,
  stops: (at: number) => boolean,
): { list: List; next: number } {
  const first = itemAt(lines, start);
  const outer: OpenList = { ordered: first?.ordered ?? false, items: [], deeper: [] };
  const base = first?.indent ?? 0;
  let at = start;
  for (let item = first; item !== undefined; item = itemAt(lines, at)) {
    const isInner = item.indent >= base + 2 && outer.items.length > 0;
    if (!isInner && item.ordered !== outer.ordered) break;
    let end = at + 1;
    while (!stops(end)) end += 1;
    const { raw, anchor } = takeAnchor(joinLines([item.text, ...lines.slice(at + 1, end)]), context);
    const read = { ...item.number, of: readInline(raw, context), ...anchor };
    if (isInner) addInner(outer, item.ordered, read);
    else {
      outer.items.push(read);
      outer.deeper.push([]);
    }
    at = afterBlanks(lines, end);
    if (at >= lines.length) break;
  }
  return { list: closed(outer), next: at };
}

function addInner(outer: OpenList, ordered: boolean, item: ListItem): void {
  const lists = outer.deeper.at(-1) ?? [];
  const last = lists.at(-1);
  if (last?.ordered === ordered) last.items.push(item);
  else lists.push({ ordered, items: [item], deeper: [] });
}

function closed({ ordered, items, deeper }: OpenList): List {
  const withInner = items.map((item, at) => {
    const lists = deeper[at] ?? [];
    return lists.length === 0 ? item : { ...item, lists: lists.map(closed) };
  });
  return { kind: 'list', ordered, items: withInner };
}

function itemAt(lines: readonly string[], at: number) {
  const [whole, indent = '', mark = '', text = ''] = listMarker.exec(lines[at] ?? '') ?? [];
  if (whole === undefined) return undefined;
  const ordered = /\d/.test(mark);
  const number = ordered ? { number: Number.parseInt(mark, 10) } : {};
  return { indent: indent.replaceAll('\t', '    ').length, ordered, number, text };
}

function afterBlanks(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && /^[ \t]*$/.test(lines[at] ?? '')) at += 1;
  return at;
}
