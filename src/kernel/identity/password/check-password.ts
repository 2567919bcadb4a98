import { Problem } from '#kernel/errors/problem.ts';
import type { Message } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/index.ts';
import { commonStems } from './common-stems.ts';

const shortest = 12;
/** Beyond it, hashing would cost more than the length is worth. */
const longest = 256;

/** What is wrong with a new password, in words, or undefined. */
export function faultOfPassword(password: string, email: string): Message | undefined {
  const { length } = Array.from(password);
  if (length < shortest)
    return say('A password has at least {shortest} characters. Three or four words do well.', { shortest });
  if (length > longest) return say('A password has at most {longest} characters.', { longest });
  const plain = password.normalize('NFKC').toLowerCase();
  const [local = ''] = email.split('@');
  if (plain === email || (local.length >= 3 && stemOf(plain) === stemOf(local))) {
    return say('Choose a password that is not your e-mail address.');
  }
  if (isCommon(plain))
    return say('This password is among the first that others would try. Choose another, such as three or four words.');
  return undefined;
}

/** Throws Problem `invalid` for a password that may not be used. */
export function checkPassword(password: string, email: string): void {
  const fault = faultOfPassword(password, email);
  if (fault !== undefined) throw new Problem('invalid', fault, { details: { field: 'password' } });
}

/** Without the digits and marks that people put at the end to satisfy a rule. */
const stemOf = (text: string): string => text.replaceAll(/[^\p{L}]+$/gu, '');

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '01234567890123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];

function isCommon(plain: string): boolean {
  if (/^(.{1,5})\1+.{0,4}$/u.test(plain)) return true; // one short piece over and over
  if (
    rows.some(
      (row) => row.includes(plain.slice(0, 10)) || row.includes(Array.from(plain.slice(0, 10)).toReversed().join('')),
    )
  )
    return true;
  return (
    commonStems.has(plain) || commonStems.has(stemOf(plain)) || commonStems.has(plain.replaceAll(/[^\p{L}]/gu, ''))
  );
}
