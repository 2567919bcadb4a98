import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused, withHyphens } from './answer.ts';

/** CAS Registry Number; the last digit is the sum of the others, each times its place counted from the right, modulo 10. */
export function readCas(text: string) {
  const written = withHyphens(text)
    .replace(/^CAS(?:\s*(?:RN|No\.?|number))?\s*:?\s*/i, '')
    .replaceAll(/\s+/g, '');
  const parts = /^([1-9]\d{1,6})-(\d{2})-(\d)$/.exec(written);
  if (parts === null)
    return refused(
      say('“{value}” is no CAS number. It has three groups of digits, as in 50-36-2: two to seven, two, and one.', {
        value: quoted(text),
      }),
    );
  const digits = Array.from(`${parts[1]}${parts[2]}`).toReversed();
  const sum = digits.reduce((total, digit, at) => total + Number(digit) * (at + 1), 0);
  if (sum % 10 !== Number(parts[3]))
    return refused(
      say('The CAS number {value} has a wrong digit: its check digit should be {digit}. Compare it with the source.', {
        value: written,
        digit: String(sum % 10),
      }),
    );
  return found(written);
}
