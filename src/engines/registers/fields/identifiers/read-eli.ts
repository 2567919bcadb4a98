import { say } from '#kernel/i18n/say.ts';
import { isWebAddress } from '../check/check-link.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

/** European Legislation Identifier: a web address (or the path of one) with `eli`, a jurisdiction and at least one more step. */
export function readEli(text: string) {
  const path = /^[a-z]+:/i.test(text) ? text : `/${text.replace(/^\/+/, '')}`;
  const whole = path.startsWith('/') ? `https://example.org${path}` : path;
  if (isWebAddress(whole) && /\/eli\/[a-z][\w-]*\/[^/]+/i.test(new URL(whole).pathname)) return found(path);
  return refused(
    say('“{value}” is no ELI. It is an address with eli in it, as in /eli/loi/2016/12/9/2016-1691/jo.', {
      value: quoted(text),
    }),
  );
}
