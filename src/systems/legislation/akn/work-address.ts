import { findArea } from '#reference/index.ts';
import type { LawDocument } from './law-document.ts';

// ISO 639-2 as expression addresses have it.
const threeLetters: Readonly<Record<string, string>> = {
  ar: 'ara',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  ru: 'rus',
  zh: 'zho',
  pt: 'por',
};
const twoLetters = new Map(Object.entries(threeLetters).map(([two, three]) => [three, two]));

export const languageCode = (language: string): string => threeLetters[language] ?? language;
export const languageOf = (code: string): string => twoLetters.get(code) ?? code;

/** Address of the work: `/akn/ke/act/2010-03-01/9`; an act other than plain `act` has its kind as subtype. */
export function workAddress({
  jurisdiction,
  kind,
  adopted,
  number,
}: Pick<LawDocument, 'jurisdiction' | 'kind' | 'adopted' | 'number'>): string {
  const area = findArea(jurisdiction);
  const country =
    area?.kind === 'country' && area.alpha2 !== undefined ? area.alpha2.toLowerCase() : jurisdiction.toLowerCase();
  const segment = encodeURIComponent(number.replaceAll(/[\s/]+/g, '-'));
  return `/akn/${country}/act/${kind === 'act' ? '' : `${kind}/`}${adopted}/${segment}`;
}

/** Kind of law in the address of a work. */
export function kindInAddress(address: string): string {
  const [, , , type, next = ''] = address.split('/');
  return type === 'act' && /^[a-z][a-z-]*$/.test(next) ? next : 'act';
}
