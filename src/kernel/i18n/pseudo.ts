import type { Translate } from './translator.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  A: 'Å',
  E: 'É',
  O: 'Ø',
  c: 'ç',
  n: 'ñ',
};

/** The pseudo-locale of the tests: accents, brackets and a third more length show text that was not marked or does not fit. */
export function pseudo(translate: Translate): Translate {
  return (text) => {
    const plain = translate(text);
    const accented = plain.replaceAll(/[aeiouyAEOcn]/g, (letter) => accents[letter] ?? letter);
    return `[${accented}${'~'.repeat(Math.ceil(plain.length * 0.35))}]`;
  };
}
