import type { HintCode } from '../answer.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A query as it was written; words are not yet terms. */
export type Query =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'beginning'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'identifier'; readonly text: string; readonly forms: readonly string[] }
  | { readonly kind: 'field'; readonly field: string; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query };

const longest = 1000;
const mostTokens = 100;
const deepest = 20;

/** Understands any text as a query; what makes no sense is left out, and a hint says so. Undefined when nothing is asked. */
export function parseQuery(text: string): { query: Query | undefined; hints: ReadonlySet<HintCode> } {
  const hints = new Set<HintCode>();
  const hint = (code: HintCode): void => void hints.add(code);
  if (text.length > longest) hint('too-long');
  const all = tokensOf(text.slice(0, longest).toWellFormed(), hint);
  if (all.length > mostTokens) hint('too-long');
  const tokens = all.slice(0, mostTokens);
  let at = 0;
  const parts: Query[] = [];
  while (at < tokens.length) {
    const part = either(0);
    if (part !== undefined) parts.push(part);
    // A closing bracket that none opened.
    if (at < tokens.length) {
      hint('stray-bracket');
      at += 1;
    }
  }
  return { query: together('and', parts), hints };

  function either(depth: number): Query | undefined {
    const found: Query[] = [];
    for (;;) {
      const part = every(depth);
      if (part === undefined) hintIfOperator();
      else found.push(part);
      if (tokens[at]?.kind !== 'or') return together('or', found);
      at += 1;
      if (at === tokens.length || tokens[at]?.kind === 'close') hint('stray-operator');
    }
  }

  function hintIfOperator(): void {
    if (tokens[at]?.kind === 'or') hint('stray-operator');
  }

  function every(depth: number): Query | undefined {
    const found: Query[] = [];
    for (
      let token = tokens[at];
      token !== undefined && token.kind !== 'or' && token.kind !== 'close';
      token = tokens[at]
    ) {
      if (token.kind === 'and') {
        at += 1;
        if (found.length === 0 || at === tokens.length) hint('stray-operator');
        continue;
      }
      const part = one(token, depth);
      if (part !== undefined) found.push(part);
    }
    return together('and', found);
  }

  function one(token: Token, depth: number): Query | undefined {
    at += 1;
    switch (token.kind) {
      case 'not': {
        const next = tokens[at];
        if (next === undefined || next.kind === 'close' || next.kind === 'or' || next.kind === 'and') {
          hint('stray-operator');
          return undefined;
        }
        if (depth >= deepest) {
          hint('too-deep');
          return undefined;
        }
        const of = one(next, depth + 1);
        return of === undefined ? undefined : { kind: 'not', of };
      }
      case 'open': {
        if (depth >= deepest) {
          hint('too-deep');
          return undefined;
        }
        const inside = either(depth + 1);
        if (tokens[at]?.kind === 'close') at += 1;
        else hint('unclosed-bracket');
        return inside;
      }
      case 'word':
        return token.text.endsWith('*') ? { kind: 'beginning', text: token.text.replace(/\*+$/, '') } : token;
      case 'field':
        if (token.text !== '') return token;
        hint('empty-field');
        return undefined;
      case 'phrase':
      case 'identifier':
        return token;
      case 'and':
      case 'or':
      case 'close':
        return undefined;
    }
  }
}

function together(kind: 'and' | 'or', parts: readonly Query[]): Query | undefined {
  return parts.length < 2 ? parts[0] : { kind, of: parts };
}
