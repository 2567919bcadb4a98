import type { IdentifierSpan } from './identifiers.ts';

interface Kind {
  readonly find: RegExp;
  /** The spelling that is kept, or undefined when it only looks like one. */
  readonly form: (found: RegExpMatchArray) => string | undefined;
}

const upper = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replace(/[.,;:]+$/, '');

const kinds: readonly Kind[] = [
  // European Case Law Identifier: country, court, year, number.
  {
    find: /\becli\s*:\s*[a-z]{2}\s*:\s*[a-z0-9.]{1,7}\s*:\s*\d{4}\s*:\s*[a-z0-9.]{1,25}/giu,
    form: ([all]) => upper(all),
  },
  { find: /\beli\/[a-z]{2,10}(?:\/[\w.-]+)+/giu, form: ([all]) => all.toLowerCase().replace(/[.,;:]+$/, '') },
  // Symbols of documents of the United Nations.
  {
    find: /(?<![\p{L}\p{N}/])(?:A|S|E|ST|CAC|CTOC|UNODC|CCPR|CEDAW|CRC|HRI)(?:\s?\/\s?(?:[A-Z]{1,6}(?:\.\d+)?|\d+[A-Z]?|[A-Z]+\.?\d*|[IVX]+)(?:\s?\(\d{4}\))?)+(?:\/(?:Rev|Add|Corr|L|INF)\.\d+)*/giu,
    form: ([all]) => (/\d/.test(all) ? upper(all).replace(/^(S\/RES\/\d+)\(\d{4}\)$/, '$1') : undefined),
  },
  // "General Assembly resolution 55/25": the Assembly's carry its session, the Council's the year.
  {
    find: /(?:resolution|résolution|resolución|резолюци[яиюей]+|القرار|قرار)\s+(?:n[o°º.]*\s*|№\s*)?(\d{1,4})\/(\d{1,3})(?!\d)/giu,
    form: ([, session, number]) => resolution(session, number),
  },
  { find: /第\s?(\d{1,4})\/(\d{1,3})\s?号?决议/gu, form: ([, session, number]) => resolution(session, number) },
  {
    find: /(?:resolution|résolution|resolución|резолюци[яиюей]+|القرار|قرار|第)\s*(\d{3,4})\s?(?:号决议)?\s?[(（](?:19|20)\d{2}[)）]/giu,
    form: ([, number]) => `S/RES/${number}`,
  },
  {
    find: /(?<![\d-])(?:\bCAS(?:\s?(?:RN|No\.?|number))?[\s:#]*)?(\d{2,7})-(\d{2})-(\d)(?![\d-])/giu,
    form: ([, head = '', middle = '', digit = '']) => cas(head, middle, digit),
  },
  {
    find: /\bISO(?:\s?\/\s?IEC)?(?:\s?\/\s?[A-Z]{2})?[\s-]?(\d{3,6})(?:-(\d+))?/gu,
    form: ([, number, part]) => `ISO:${number}${part === undefined ? '' : `-${part}`}`,
  },
  {
    find: /\bC\.\s?N\.\s?(\d+)\.(\d{4})(?:\.TREATIES[\w.-]*)?/giu,
    form: ([, number, year]) => `CN:${number}.${year}`,
  },
];

/** Symbols, numbers and identifiers with a form of their own. */
export function symbolSpans(text: string): readonly IdentifierSpan[] {
  return kinds.flatMap(({ find, form }) =>
    [...text.matchAll(find)].flatMap((found) => {
      const kept = form(found);
      const trailing = /[.,;:]+$/.exec(found[0])?.[0].length ?? 0;
      const end = found.index + found[0].length - trailing;
      return kept === undefined ? [] : [{ start: found.index, end, forms: [kept], broader: broaderThan(kept) }];
    }),
  );
}

/** A revision or addendum is found by the document that it belongs to. */
function broaderThan(symbol: string): readonly string[] {
  const whole = symbol.replace(/(?:\/(?:REV|ADD|CORR)\.\d+)+$/, '');
  return whole === symbol ? [] : [whole];
}

function resolution(session: string | undefined, number: string | undefined): string {
  return Number(session) > 1900 ? `E/RES/${session}/${number}` : `A/RES/${session}/${number}`;
}

/** A CAS number whose last digit is the sum of the others, each times its place from the right, modulo 10. */
function cas(head: string, middle: string, digit: string): string | undefined {
  const sum = (head + middle)
    .split('')
    .toReversed()
    .reduce((all, each, at) => all + Number(each) * (at + 1), 0);
  return sum % 10 === Number(digit) ? `CAS:${head}-${middle}-${digit}` : undefined;
}
