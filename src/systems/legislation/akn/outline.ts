/** Text of a provision as a tree: what stands before its subdivisions, then these. */
export interface Block {
  readonly lines: readonly string[];
  readonly items: readonly Item[];
}

export interface Item extends Block {
  /** As printed: `(1)`, `(a)`, `（一）`. */
  readonly mark: string;
  readonly depth: number;
}

const marked = /^([(（]?(?:\p{N}{1,3}|\p{L}{1,3}|[一二三四五六七八九十]{1,3})[)）])\s*(.*)$/u;

/** Reads lines into a tree: figures make the outer subdivisions, letters the inner ones. */
export function readOutline(wording: string): Block {
  const root: Growing = { lines: [], items: [] };
  const open: (Growing & { depth: number })[] = [{ ...root, depth: 0 }];
  for (const line of wording.split('\n')) {
    const [, mark, rest = ''] = marked.exec(line) ?? [];
    if (mark === undefined) {
      open.at(-1)?.lines.push(line);
      continue;
    }
    const depth = /\p{N}/u.test(mark) ? 1 : 2;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const item = { mark, depth, lines: rest === '' ? [] : [rest], items: [] };
    open.at(-1)?.items.push(item);
    open.push(item);
  }
  return { lines: root.lines, items: root.items };
}

/** The same lines again. */
export function printOutline({ lines, items }: Block): string {
  return [...lines, ...items.map(printItem)].join('\n');
}

function printItem(item: Item): string {
  const [first, ...more] = item.lines;
  const own = [first === undefined ? item.mark : `${item.mark} ${first}`, ...more];
  return [...own, ...item.items.map(printItem)].join('\n');
}

interface Growing {
  readonly lines: string[];
  readonly items: (Growing & { mark: string; depth: number })[];
}
