import type { Message } from '#kernel/i18n/say.ts';
import type { IdentifierForm } from '../spec.ts';
import { readCas } from './read-cas.ts';
import { readDoi } from './read-doi.ts';
import { readEcli } from './read-ecli.ts';
import { readEli } from './read-eli.ts';
import { readInchikey } from './read-inchikey.ts';
import { readIsbn } from './read-isbn.ts';
import { readIsoCountry } from './read-iso-country.ts';
import { readUnSymbol } from './read-un-symbol.ts';
import { readUri } from './read-uri.ts';

/** The identifier as it is normally written, one way for each, or why it is none. */
export type ReadIdentifier =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly said: Message };

const longest = 500;
const readers: Readonly<Record<IdentifierForm, (text: string) => ReadIdentifier>> = {
  ecli: readEcli,
  eli: readEli,
  cas: readCas,
  inchikey: readInchikey,
  'un-symbol': readUnSymbol,
  doi: readDoi,
  isbn: readIsbn,
  'iso-country': readIsoCountry,
  uri: readUri,
};

/** Reads an identifier as people write it; reading the value again gives the same. */
export function readIdentifier(form: IdentifierForm, text: string): ReadIdentifier {
  return readers[form](
    text
      .slice(0, longest + 1)
      .normalize('NFKC')
      .trim(),
  );
}
