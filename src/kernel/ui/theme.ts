import { themes, type Theme } from './page-context.ts';

/** Cookie that keeps the choice of light or dark; the server reads it, so that no page flashes in the other one. */
export const themeCookie = 'mandata-theme';

/** The theme that a cookie or a form names; anything else follows the system. */
export function themeFrom(word: string | undefined): Theme {
  return themes.find((theme) => theme === word) ?? 'system';
}
