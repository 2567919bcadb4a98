import { isLanguage } from '#kernel/i18n/languages.ts';
import { languages, type Language } from '#kernel/i18n/say.ts';

/** Where routes of pages are mounted (a group, because the router adds its anchors to the bare pattern): `app.route('/' + underLanguage, routes)`; any other first word falls through to 404. */
export const underLanguage = `:language{(?:${languages.join('|')})}`;

/** The language that an address begins with, and the rest of it; an address without one is read as English. */
export function splitLanguage(pathname: string): { language: Language; path: string } {
  const [, first, ...rest] = pathname.split('/');
  return isLanguage(first) ? { language: first, path: `/${rest.join('/')}` } : { language: 'en', path: pathname };
}
