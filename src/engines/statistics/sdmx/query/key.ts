import { say } from '#kernel/i18n/say.ts';
import type { Key } from './ast.ts';
import { syntaxError } from './refuse.ts';

const value = /^[\w@$-]+$/;

/** A 1.x key: `A.FR+DE..M`; `all` and an empty position are wildcards. */
export function parseKey1(text: string | undefined): readonly Key[] {
  if (text === undefined || text === 'all' || text === '') return [];
  return simplify([text.split('.').map((position) => (position === '' ? [] : position.split('+').map(checked)))]);
}

/** 2.x keys: `A.*.M,B.FR.M`; the plus sign of 1.x is understood too. */
export function parseKey2(text: string | undefined): readonly Key[] {
  if (text === undefined || text === '*' || text === '' || text === 'all') return [];
  return simplify(
    text
      .split(',')
      .map((one) =>
        one.split('.').map((position) => (position === '' || position === '*' ? [] : position.split('+').map(checked))),
      ),
  );
}

/** A key of wildcards alone asks for everything. */
function simplify(keys: readonly Key[]): readonly Key[] {
  return keys.some((key) => key.length === 1 && key[0]?.length === 0) ? [] : keys;
}

function checked(text: string): string {
  if (!value.test(text)) throw syntaxError(say('“{text}” cannot stand in a key.', { text }));
  return text;
}
