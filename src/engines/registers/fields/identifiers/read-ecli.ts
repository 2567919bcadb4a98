import { findArea } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

// Council conclusions 2011/C 127/01, annex: country, court of up to 7 letters and digits, year, ordinal of up to 25; case does not matter.
const form = /^ECLI:([A-Z]{2}):([A-Z][A-Z0-9]{0,6}):(\d{4}):([A-Z0-9.]{1,25})$/;
/** Courts of organizations: the European Union, the Court in Strasbourg, the European Patent Office; X… for those to come. */
const organizations = /^(EU|CE|EP|X[A-Z])$/;

/** European Case Law Identifier, kept in capitals. */
export function readEcli(text: string) {
  const written = text.toUpperCase().replaceAll(/\s*:\s*/g, ':');
  const parts = form.exec(written.startsWith('ECLI:') ? written : `ECLI:${written}`);
  if (parts === null)
    return refused(
      say('“{value}” is no ECLI. It has five parts, as in ECLI:NL:HR:2019:2006: country, court, year and number.', {
        value: quoted(text),
      }),
    );
  const country = parts[1] ?? '';
  const area = findArea(country);
  if (!organizations.test(country) && (area?.kind !== 'country' || (area.alpha2 !== country && country !== 'EL')))
    return refused(
      say(
        'The ECLI names the country “{country}”, which there is not. Correct the two letters after the first colon.',
        { country },
      ),
    );
  return found(parts[0]);
}
