import { say } from '#kernel/i18n/say.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** True or false; the words as well, since a form sends text. */
export function checkYesNo(_: SpecOf<'yes-no'>, value: unknown, report: Report): boolean | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'true') return true;
  if (word === false || word === 'false') return false;
  return report.refuse(say('“{value}” is neither yes nor no. Choose one of the two.', { value: quoted(value) }));
}
