import { kindOf, kinds } from './character-kinds.ts';

/** A word of a text with its place among the words, and [start, end) in UTF-16 units. */
export interface Word {
  readonly raw: string;
  readonly place: number;
  readonly start: number;
  readonly end: number;
  /** `pair` and `character` of Chinese script; `joined`: the parts of a word with hyphens, as one word. */
  readonly form: 'word' | 'joined' | 'character' | 'pair';
}

const ideographs = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const letters = String.raw`[[\p{L}\p{N}]--${ideographs}][[\p{L}\p{N}\p{M}]--${ideographs}]*`;
const pieces = new RegExp(`${ideographs}+|${letters}(?:[_'’.\\-‐‑\\/]${letters})*`, 'gv');
const parts = new RegExp(letters, 'gv');
const ideographic = new RegExp(`^${ideographs}`, 'v');
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)$/i;
const apostrophe = /['’]/;
const digit = /\d/;

/**
 * Gives each word of a text in any of the six languages. Words with hyphens, dots or strokes are words one after another and, when
 * there is no number in them, also one joined word; French elisions and the English possessive are left out; Chinese gives each
 * character and each pair of neighbours.
 */
export function eachWord(text: string, give: (word: Word) => void, from = 0): number {
  let place = from;
  for (let at = 0; at < text.length;) {
    const kind = kindOf[text.charCodeAt(at)]!;
    if (kind === kinds.other || kind === kinds.joiner || kind === kinds.mark) {
      at += 1;
      continue;
    }
    const start = at;
    let plain = true;
    // To the end of what may hang together; most often that is one word of plain letters.
    for (; at < text.length; at += 1) {
      const here = kindOf[text.charCodeAt(at)]!;
      if (here === kinds.other) break;
      if (here === kinds.letter || here === kinds.mark) continue;
      if (here === kinds.joiner && kindOf[text.charCodeAt(at + 1)] === kinds.other) break;
      plain = false;
    }
    if (plain) give({ raw: text.slice(start, at), place: place++, start, end: at, form: 'word' });
    else place = eachPiece(text.slice(start, at), start, place, give);
  }
  return place;
}

function eachPiece(chunk: string, at: number, from: number, give: (word: Word) => void): number {
  let place = from;
  for (const { 0: piece, index } of chunk.matchAll(pieces)) {
    const read = ideographic.test(piece) ? eachCharacter : eachPart;
    place = read(piece, at + index, place, give);
  }
  return place;
}

function eachCharacter(run: string, at: number, from: number, give: (word: Word) => void): number {
  let place = from;
  let start = at;
  let before: string | undefined;
  for (const character of run) {
    const end = start + character.length;
    if (before !== undefined)
      give({ raw: before + character, place: place - 1, start: start - before.length, end, form: 'pair' });
    give({ raw: character, place: place++, start, end, form: 'character' });
    before = character;
    start = end;
  }
  return place;
}

function eachPart(piece: string, at: number, from: number, give: (word: Word) => void): number {
  const found = [...piece.matchAll(parts)].filter(({ 0: part, index }, nth, all) => {
    if (all.length === 1) return true;
    const next = piece[index + part.length] ?? '';
    if (nth < all.length - 1 && apostrophe.test(next) && elided.test(part)) return false;
    return !(nth === all.length - 1 && /^s$/i.test(part) && apostrophe.test(piece[index - 1] ?? ''));
  });
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return from;
  if (found.length > 1 && !digit.test(piece)) {
    const raw = found.map(([part]) => part).join('');
    give({ raw, place: from, start: at + first.index, end: at + last.index + last[0].length, form: 'joined' });
  }
  let place = from;
  for (const { 0: raw, index } of found)
    give({ raw, place: place++, start: at + index, end: at + index + raw.length, form: 'word' });
  return place;
}
