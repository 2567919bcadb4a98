const ascii = /^\p{ASCII}*$/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const joined: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  '’': "'",
};
const special = new RegExp(`[${Object.keys(joined).join('')}]`, 'gu');

/** Letters as they are compared: no case, no accents, no Arabic vowel marks, stretching or letter variants, digits 0 to 9. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  // й is a letter of its own, not an и with a mark; stress marks go, and ё is written as е by most.
  if (cyrillic.test(lower))
    return lower.normalize('NFC').replaceAll('ё', 'е').normalize('NFC').replaceAll(/\p{M}/gu, '');
  return lower
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640\u200B-\u200F]/gu, '')
    .replaceAll(special, (letter) => joined[letter] ?? letter)
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase();
}
