import type { HintCode } from '../answer.ts';
import { spansOfIdentifiers } from '../identifiers/identifiers.ts';

export type Token =
  | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'identifier'; readonly text: string; readonly forms: readonly string[] }
  | { readonly kind: 'field'; readonly field: string; readonly text: string; readonly quoted: boolean };

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”„“', '„': '“”', '«': '»', '＂': '＂', '「': '」' };
const wordEnd = /[\s()（）"“”„«»＂「」]/;
const fieldForm = /^([a-z][a-z0-9_-]*):(?!\/)(.*)$/is;
const operators: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  ['AND', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
  ['NOT', 'not'],
]);

/** Cuts a query into its signs and words; a formal reference is one word, with all that stands in it. */
export function tokensOf(text: string, hint: (code: HintCode) => void): Token[] {
  const tokens: Token[] = [];
  const identifiers = spansOfIdentifiers(text);
  let at = 0;
  /** Reads from behind an opening quotation mark to its closing one. */
  const quoted = (opening: string): string => {
    const closing = quotes[opening] ?? opening;
    let end = at;
    while (end < text.length && !closing.includes(text[end]!)) end += 1;
    if (end === text.length) hint('unclosed-quotation');
    const inside = text.slice(at, end);
    at = end + 1;
    return inside;
  };
  while (at < text.length) {
    const sign = text[at]!;
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    const identifier = identifiers.find(({ start }) => start === at);
    if (identifier !== undefined) {
      tokens.push({ kind: 'identifier', text: text.slice(at, identifier.end), forms: identifier.forms });
      at = identifier.end;
    } else if (sign === '(' || sign === '（') {
      tokens.push({ kind: 'open' });
      at += 1;
    } else if (sign === ')' || sign === '）') {
      tokens.push({ kind: 'close' });
      at += 1;
    } else if (quotes[sign] !== undefined) {
      at += 1;
      tokens.push({ kind: 'phrase', text: quoted(sign) });
    } else if (wordEnd.test(sign)) at += 1;
    else if ((sign === '-' || sign === '!') && isBeginning(text, at)) {
      tokens.push({ kind: 'not' });
      at += 1;
    } else {
      let end = at + 1;
      while (end < text.length && !wordEnd.test(text[end]!) && !identifiers.some(({ start }) => start === end))
        end += 1;
      const word = text.slice(at, end);
      at = end;
      const operator = operators.get(word);
      const field = fieldForm.exec(word);
      if (operator !== undefined) tokens.push({ kind: operator });
      else if (field === null) tokens.push({ kind: 'word', text: word });
      else tokens.push(fieldToken(field[1] ?? '', field[2] ?? ''));
    }
  }
  return tokens;

  function fieldToken(name: string, value: string): Token {
    const field = name.toLowerCase();
    const opening = text[at];
    if (value !== '' || opening === undefined || quotes[opening] === undefined)
      return { kind: 'field', field, text: value, quoted: false };
    at += 1;
    return { kind: 'field', field, text: quoted(opening), quoted: true };
  }
}

/** A minus excludes only where a word, a bracket or a quotation begins behind it. */
function isBeginning(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return after !== undefined && !/[\s)\-!]/.test(after) && (before === undefined || /[\s(（]/.test(before));
}
