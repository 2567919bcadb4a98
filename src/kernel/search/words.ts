/** A word of a text, as it is searched, with its place in the text: [start, end) in UTF-16 units. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letters =
  /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]][[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]*/v;
const pieces = new RegExp(
  `[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]+|${letters.source}(?:[_'’.\\-]${letters.source})*`,
  'gv',
);
const parts = new RegExp(letters.source, 'gv');

/**
 * Words of a text in any of the six languages: letters without case, accents and vowel marks; Arabic letter forms made one;
 * Chinese as overlapping pairs of characters (a single character stands alone); plural and case endings taken off lightly.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pieces)) {
    if (ideographic.test(match[0])) addPairs(words, match[0], match.index);
    else addParts(words, match[0], match.index);
  }
  return words;
}

function addPairs(words: Word[], run: string, at: number): void {
  const characters = Array.from(run);
  let start = at;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined) words.push({ term: character + next, start, end: start + character.length + next.length });
    else if (characters.length === 1) words.push({ term: character, start, end: start + character.length });
    start += character.length;
  }
}

/** A code such as 16.3.2 or GBR_NI is one term, and its parts are terms too. */
function addParts(words: Word[], piece: string, at: number): void {
  const whole = plain(piece);
  words.push({ term: stem(whole), start: at, end: at + piece.length });
  const found = [...piece.matchAll(parts)];
  if (found.length < 2) return;
  for (const part of found)
    words.push({ term: stem(plain(part[0])), start: at + part.index, end: at + part.index + part[0].length });
}

/** Letters as they are compared: no case, no accents, no Arabic vowel marks or letter variants. */
export function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}|ـ/gu, '')
    .toLowerCase()
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('’', "'");
}

const arabic = /^[\u0621-\u064A]+$/;
const cyrillic = /^[а-яё]+$/;
const russianEndings =
  /(?:иями|ями|ами|иях|иям|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ей|ам|ям|ом|ем|ый|ий|ой|ая|яя|ое|ее|ые|ие|ию|ия|ии|ую|ью|а|я|о|е|ы|и|у|ю|ь)$/;

/** Light stemming: what a reader would call the same word; never below three letters. */
export function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  if (arabic.test(word)) return arabicStem(word);
  if (cyrillic.test(word)) return keep(word, word.replace(russianEndings, ''));
  if (word.endsWith('ies')) return keep(word, `${word.slice(0, -3)}y`);
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('aux')) return keep(word, `${word.slice(0, -2)}l`);
  return keep(word, word.replace(/(?:(?<=[sxz]|ch|sh|[nrdl])es|s)$/, '').replace(/(?<=\w{3})e$/, ''));
}

function arabicStem(word: string): string {
  const bare = keep(word, word.replace(/^(?:وال|بال|كال|فال|لل|ال)/, ''));
  return keep(bare, bare.replace(/(?:ات|ون|ين|ان|ها|هم|يه|ه)$/, ''));
}

const keep = (before: string, after: string): string => (after.length >= 3 ? after : before);
