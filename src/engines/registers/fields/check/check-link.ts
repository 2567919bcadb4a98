import { say } from '#kernel/i18n/say.ts';
import type { LinkValue } from '../values.ts';
import { checkParts } from './check-parts.ts';
import { cleanText } from './clean-text.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** A web address, with the words that it is shown under; the bare address as text will do. */
export function checkLink(_: SpecOf<'link'>, value: unknown, report: Report): LinkValue | undefined {
  const parts = checkParts(['url', 'label'], typeof value === 'string' ? { url: value } : value, report);
  if (parts === undefined || (isEmpty(parts['url']) && isEmpty(parts['label']))) return undefined;
  const address = typeof parts['url'] === 'string' ? parts['url'].trim() : '';
  const url = isWebAddress(address)
    ? address
    : report.at('url').refuse(
        say('“{address}” is no web address. Give it in full, beginning with https:// or http://.', {
          address: quoted(parts['url'] ?? ''),
        }),
      );
  const label = isEmpty(parts['label'])
    ? undefined
    : cleanText(parts['label'], { longest: 500, lines: false }, report.at('label'));
  return url === undefined ? undefined : { url, ...(label ? { label } : {}) };
}

/** http or https, without a name or password in it, at most 2,000 characters and no space. */
export function isWebAddress(text: string): boolean {
  if (text.length > 2000 || !/^https?:\/\/[^\s\p{Cc}<>"\\]+$/iu.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && url.username === '' && url.password === '' && url.hostname !== '';
}
