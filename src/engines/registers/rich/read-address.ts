import { isWebAddress } from '../fields/check/check-link.ts';

const inParentheses = /\(((?:[^\s()<>\\]|\([^\s()<>\\]*\)){1,2000})\)/y;
const mail = /^mailto:[^\s@:/?#]{1,64}@[^\s@:/?#]{1,255}$/i;
const path = /^\/(?![/\\])[^\s\\]*$/;
const anchor = /^#[A-Za-z][\w.-]{0,63}$/;

/** The address in parentheses at this place, if it is one that a text may lead to, and the place after it. */
export function readAddress(raw: string, at: number): { href: string; next: number } | undefined {
  inParentheses.lastIndex = at;
  const found = inParentheses.exec(raw);
  // A bar would end a cell of a table, and a bracket the words of a link.
  const href = found?.[1]?.replaceAll('|', '%7C').replaceAll('[', '%5B').replaceAll(']', '%5D');
  if (found === null || href === undefined || !isSafeAddress(href)) return undefined;
  return { href, next: at + found[0].length };
}

/** http, https, mailto, a path of the house, or an anchor of the page. */
export const isSafeAddress = (href: string): boolean =>
  isWebAddress(href) || mail.test(href) || path.test(href) || anchor.test(href);
