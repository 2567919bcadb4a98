import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused, withHyphens } from './answer.ts';

/** ISBN of 10 or 13 digits, kept as 13 digits without hyphens (ISO 2108). */
export function readIsbn(text: string) {
  const written = withHyphens(text)
    .toUpperCase()
    .replace(/^ISBN(?:-1[03])?\s*:?\s*/, '')
    .replaceAll(/[\s-]/g, '');
  const long = /^97[89]\d{10}$/.test(written);
  if (!long && !/^\d{9}[\dX]$/.test(written))
    return refused(
      say('“{value}” is no ISBN. It has 13 digits beginning with 978 or 979, or 10 in older books.', {
        value: quoted(text),
      }),
    );
  const right = long ? checkOf13(written) === written.at(-1) : checkOf10(written) === written.at(-1);
  if (!right)
    return refused(
      say('The ISBN {value} has a wrong digit: its check digit does not fit. Compare it with the book.', {
        value: written,
      }),
    );
  return found(long ? written : withCheck(`978${written.slice(0, 9)}`));
}

const withCheck = (twelve: string): string => twelve + checkOf13(twelve);

function checkOf13(digits: string): string {
  const sum = Array.from(digits.slice(0, 12)).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function checkOf10(digits: string): string {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
