import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

/** Digital object identifier, without the resolver's address, in small letters (ISO 26324: case does not matter). */
export function readDoi(text: string) {
  const written = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)/i, '').toLowerCase();
  if (written.length <= 300 && /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]+$/u.test(written)) return found(written);
  return refused(
    say('“{value}” is no DOI. It begins with 10. and has a slash, as in 10.18356/9789213629628.', {
      value: quoted(text),
    }),
  );
}
