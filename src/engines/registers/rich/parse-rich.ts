import { readBlocks } from './read-blocks.ts';
import { joinLines, readInline, type Context } from './read-inline.ts';
import type { Note, RichText } from './tree.ts';

const definition = /^\[\^([A-Za-z0-9-]{1,20})\]:[ \t]+(\S.*)$/;

/**
 * Reads the safe subset of Markdown: headings, paragraphs, lists of two levels, quotations, tables, emphasis, strong, links, notes
 * and anchors. There is no HTML: what is not of the subset is text. Any text is read, in time that grows with its length.
 */
export function parseRich(source: string): RichText {
  const lines = source.replaceAll(/\r\n?/g, '\n').split('\n');
  const { texts, rest } = takeNotes(lines);
  const context: Context = { notes: new Map([...texts.keys()].map((id) => [id, 0])), calls: 0, anchors: new Set() };
  const blocks = readBlocks(rest, context, true);
  return { blocks, notes: numbered(texts, context) };
}

/** Notes are taken out before the rest is read, so that a call is known from words in brackets. A second note of one name is text. */
function takeNotes(lines: readonly string[]): { texts: ReadonlyMap<string, string[]>; rest: string[] } {
  const texts = new Map<string, string[]>();
  const rest: string[] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    const [, id = '', text = ''] = definition.exec(line) ?? [];
    if (id !== '' && !texts.has(id)) {
      open = [text];
      texts.set(id, open);
      rest.push('');
    } else if (open !== undefined && /^[ \t]+[^ \t]/.test(line)) {
      open.push(line);
    } else {
      open = undefined;
      rest.push(line);
    }
  }
  return { texts, rest };
}

function numbered(texts: ReadonlyMap<string, readonly string[]>, context: Context): readonly Note[] {
  const plain: Context = { notes: new Map(), calls: 0, anchors: new Set() };
  const notes = [...texts].map(([id, lines]) => {
    const number = context.notes.get(id) || (context.calls += 1);
    return { id, number, of: readInline(joinLines(lines), plain) };
  });
  return notes.sort((a, b) => a.number - b.number);
}
