import { Problem } from '#kernel/errors/problem.ts';
import { directionOf, say, translate } from '#kernel/i18n/index.ts';
import { isMailAddress } from './address.ts';
import type { Letter } from './letter.ts';

export interface Composed {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Renders a letter; an address that is more or less than one address, or a link that is no web page, is refused (Problem `invalid`). */
export function compose({ to, subject, paragraphs, link, language }: Letter): Composed {
  if (!isMailAddress(to)) throw new Problem('invalid', say('“{to}” is not an e-mail address.', { to }));
  const texts = paragraphs.map((paragraph) => translate(language, paragraph));
  const url = link === undefined ? undefined : webAddress(link);
  return {
    to,
    subject: oneLine(translate(language, subject)),
    text: [...texts, ...(url === undefined ? [] : [url]), ''].join('\n\n'),
    html: page(language, [
      ...texts.map((text) => `<p>${escape(text)}</p>`),
      ...(url === undefined ? [] : [`<p><a href="${escape(url)}">${escape(url)}</a></p>`]),
    ]),
  };
}

/** A subject is one line whatever its values hold. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function webAddress(link: string): string {
  const url = URL.parse(link);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error('A letter links to web pages only.');
  return url.href;
}

function page(language: Letter['language'], paragraphs: readonly string[]): string {
  const body = paragraphs.join('\n');
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><body>\n${body}\n</body></html>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
