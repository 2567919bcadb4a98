import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused, withHyphens } from './answer.ts';

/** InChIKey: 14 letters, 8 with the flag S or N and the version, and one for the protonation. */
export function readInchikey(text: string) {
  const written = withHyphens(text)
    .toUpperCase()
    .replace(/^INCHIKEY\s*[=:]\s*/, '');
  if (/^[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]$/.test(written)) return found(written);
  return refused(
    say('“{value}” is no InChIKey. It has 14, 10 and 1 capital letters, as in ZPUCINDJVBIVPJ-LJISPDSOSA-N.', {
      value: quoted(text),
    }),
  );
}
