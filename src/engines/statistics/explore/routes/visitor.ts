import type { Context } from 'hono';
import type { Language } from '#kernel/i18n/index.ts';
import { anonymous, type Actor } from '#kernel/policy/actor.ts';
import { pagesOf, splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../../browser.ts';

export const page = pagesOf<typeof pages>();

/** Who asks, in which language, for what. */
export function visitorOf(c: Context<UiEnv>): { actor: Actor; language: Language; url: URL; origin: string } {
  const url = new URL(c.req.url);
  // Where nobody has said who asks, it is anybody.
  const actor = (c.get('actor') as Actor | undefined) ?? anonymous;
  return { actor, language: splitLanguage(url.pathname).language, url, origin: c.get('ui').origin ?? url.origin };
}
