import { Emphasis } from './emphasis.ts';
import { readAddress } from './read-address.ts';
import type { Inline } from './tree.ts';

/** What one text shares among its blocks. */
export interface Context {
  /** Names of the notes that there are; 0 until one is called. */
  readonly notes: Map<string, number>;
  calls: number;
  readonly anchors: Set<string>;
}

const wide = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Lines as one: \n stays only for a break that was asked for, by a backslash or two spaces at the end. Wide scripts join without a space. */
export function joinLines(lines: readonly string[]): string {
  if (lines.length === 1) return trimmed(lines[0] ?? '');
  const pieces: string[] = [];
  for (const [at, line] of lines.entries()) {
    const text = trimmed(line);
    const last = at === lines.length - 1;
    const slash = !last && endsInOpenSlash(text);
    const words = slash ? text.slice(0, -1).replace(/ $/, '') : text;
    if (words === '' && pieces.at(-1) === ' ') pieces.pop();
    pieces.push(words);
    if (slash || (!last && / [ \t]$|\t[ \t]$/.test(line))) pieces.push('\n');
    else if (!last && !(wide.test(words.slice(-1)) && wide.test((lines[at + 1] ?? '').trimStart().slice(0, 1))))
      pieces.push(' ');
  }
  return pieces.join('');
}

/** Without spaces at the ends, and with one where there were several. Other white space than spaces and tabs is text. */
function trimmed(line: string): string {
  const single = /\t| {2}/.test(line) ? line.replaceAll(/[ \t]+/g, ' ') : line;
  return single.slice(single.startsWith(' ') ? 1 : 0, single.length > 1 && single.endsWith(' ') ? -1 : undefined);
}

function endsInOpenSlash(text: string): boolean {
  let at = text.length;
  while (text[at - 1] === '\\') at -= 1;
  return (text.length - at) % 2 === 1;
}

/** Takes `{#id}` off the end of a block; an id that is used already stays text. */
export function takeAnchor(raw: string, context: Context): { raw: string; anchor: { anchor?: string } } {
  const at = raw.endsWith('}') ? raw.lastIndexOf(' {#') : -1;
  const id = at <= 0 ? undefined : /^([A-Za-z][\w.-]{0,63})\}$/.exec(raw.slice(at + 3, at + 69))?.[1];
  if (id === undefined || at + id.length + 4 !== raw.length || context.anchors.has(id) || raw[at - 1] === '\n')
    return { raw, anchor: {} };
  context.anchors.add(id);
  return { raw: raw.slice(0, at), anchor: { anchor: id } };
}

const plain = /[^\\*[\n]+/y;
const noteCall = /\[\^([A-Za-z0-9-]{1,20})\]/y;

/** Words with emphasis, links and calls of notes. Within a link there is no other. */
export function readInline(raw: string, context: Context, inLink = false): readonly Inline[] {
  if (!/[\\*[\n]/.test(raw)) return raw === '' ? [] : [{ kind: 'text', text: raw }];
  const out = new Emphasis();
  const closing = inLink ? undefined : closingBrackets(raw);
  let at = 0;
  while (at < raw.length) {
    const char = raw[at];
    plain.lastIndex = at;
    const words = plain.exec(raw)?.[0];
    if (words !== undefined) {
      out.text(words);
      at += words.length;
    } else if (char === '\n') {
      out.add({ kind: 'break' });
      at += 1;
    } else if (char === '*') {
      let end = at + 1;
      while (raw[end] === '*') end += 1;
      out.stars(end - at, /\S/.test(raw[end] ?? ' '), /\S/.test(raw[at - 1] ?? ' '));
      at = end;
    } else if (char === '\\') {
      const escaped = /[!-/:-@[-`{-~]/.test(raw[at + 1] ?? '');
      out.text(escaped ? (raw[at + 1] ?? '') : '\\');
      at += escaped ? 2 : 1;
    } else {
      at = readBracket(raw, at, context, closing, out);
    }
  }
  return out.finish();
}

/** A link or a call at this bracket, or the bracket itself; gives where to go on. */
function readBracket(
  raw: string,
  at: number,
  context: Context,
  closing: Int32Array | undefined,
  out: Emphasis,
): number {
  noteCall.lastIndex = at;
  const call = closing !== undefined && raw[at + 1] === '^' ? noteCall.exec(raw) : null;
  const known = call === null ? undefined : context.notes.get(call[1] ?? '');
  if (call !== null && known !== undefined) {
    const number = known || (context.calls += 1);
    context.notes.set(call[1] ?? '', number);
    out.add({ kind: 'note', id: call[1] ?? '', number });
    return at + call[0].length;
  }
  const end = closing?.[at] ?? 0;
  const address = end > at + 1 ? readAddress(raw, end + 1) : undefined;
  if (address !== undefined) {
    const of = readInline(raw.slice(at + 1, end), context, true);
    out.add({ kind: 'link', href: address.href, of });
    return address.next;
  }
  out.text('[');
  return at + 1;
}

/** For each bracket that opens, where it closes; 0 where it does not. */
function closingBrackets(raw: string): Int32Array | undefined {
  if (!raw.includes('[')) return undefined;
  const found = new Int32Array(raw.length);
  const open: number[] = [];
  for (const { 0: mark, index } of raw.matchAll(/\\[!-/:-@[-`{-~]|[[\]]/g)) {
    if (mark === '[') open.push(index);
    else if (mark === ']') {
      const start = open.pop();
      if (start !== undefined) found[start] = index;
    }
  }
  return found;
}
