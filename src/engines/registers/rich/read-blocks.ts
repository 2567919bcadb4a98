import { joinLines, readInline, takeAnchor, type Context } from './read-inline.ts';
import { listMarker, readList } from './read-list.ts';
import { readTable, startsTable } from './read-table.ts';
import type { Block } from './tree.ts';

const heading = /^[ \t]*(#{1,6})[ \t]+([^ \t].*)$/;
const quotation = /^[ \t]*>/;
const isBlank = (line: string | undefined): boolean => line === undefined || /^[ \t]*$/.test(line);

/** The blocks of these lines, in order. */
export function readBlocks(lines: readonly string[], context: Context, quotes: boolean): readonly Block[] {
  const blocks: Block[] = [];
  const starts = (at: number): boolean => startsBlock(lines, at, quotes);
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      at += 1;
      continue;
    }
    const [, marks = '', title = ''] = heading.exec(line) ?? [];
    if (marks !== '') {
      const { raw, anchor } = takeAnchor(joinLines([title]), context);
      blocks.push({ kind: 'heading', level: marks.length, of: readInline(raw, context), ...anchor });
      at += 1;
    } else if (quotes && quotation.test(line)) {
      let end = at;
      while (end < lines.length && quotation.test(lines[end] ?? '')) end += 1;
      const inside = lines.slice(at, end).map((one) => one.replace(/^(?:[ \t]*> ?)+/, ''));
      const quoted = readBlocks(inside, context, false);
      if (quoted.length > 0) blocks.push({ kind: 'quotation', blocks: quoted });
      at = end;
    } else if (startsTable(lines, at)) {
      const { table, next } = readTable(lines, at, context);
      blocks.push(table);
      at = next;
    } else if (listMarker.test(line)) {
      const { list, next } = readList(lines, at, context, (next) => isBlank(lines[next]) || starts(next));
      blocks.push(list);
      at = next;
    } else {
      let end = at + 1;
      while (!isBlank(lines[end]) && !starts(end)) end += 1;
      const { raw, anchor } = takeAnchor(joinLines(lines.slice(at, end)), context);
      blocks.push({ kind: 'paragraph', of: readInline(raw, context), ...anchor });
      at = end;
    }
  }
  return blocks;
}

function startsBlock(lines: readonly string[], at: number, quotes: boolean): boolean {
  const line = lines[at] ?? '';
  return heading.test(line) || (quotes && quotation.test(line)) || listMarker.test(line) || startsTable(lines, at);
}
