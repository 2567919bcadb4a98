import type { Context } from 'hono';
import type { Language } from '#kernel/i18n/say.ts';
import { splitLanguage } from './request-language.ts';
import type { UiEnv } from './ui.ts';

/** The language of the page that is asked for. */
export const languageOf = (c: Context<UiEnv>): Language => splitLanguage(new URL(c.req.url).pathname).language;

/** Address of another page in the language of this one. */
export const here = (c: Context<UiEnv>, path: string): string => `/${languageOf(c)}${path}`;

/** A page's number in the address; anything else than a whole number from 1 is the first. */
export function pageNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1;
}
