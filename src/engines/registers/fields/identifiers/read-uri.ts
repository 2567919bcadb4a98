import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

const scripts = new Set(['javascript', 'data', 'vbscript', 'file', 'blob', 'about']);

/** An address by RFC 3986 with its scheme (https, urn, info …), none that a browser would run. */
export function readUri(text: string) {
  const scheme = /^([a-z][a-z0-9+.-]{1,30}):[^\s\p{C}<>"{}|\\^`]+$/iu.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && !scripts.has(scheme) && text.length <= 500 && URL.canParse(text))
    return found(`${scheme}${text.slice(scheme.length)}`);
  return refused(
    say(
      '“{value}” is no address of a resource. Give it with its scheme, as in https://example.org/1 or urn:isbn:9780141036144.',
      {
        value: quoted(text),
      },
    ),
  );
}
