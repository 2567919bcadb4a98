import { findArea } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

/** Code of a State or area by ISO 3166-1 (two letters, three letters or digits), kept as three letters. */
export function readIsoCountry(text: string) {
  const area = /^[A-Za-z]{2,3}$|^\d{1,3}$/.test(text) ? findArea(text) : undefined;
  if (area?.kind === 'country') return found(area.alpha3);
  return refused(
    say('“{value}” is no code of a State or area. Give its code of three letters, such as KEN or PER.', {
      value: quoted(text),
    }),
  );
}
