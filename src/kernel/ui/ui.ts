import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from '#kernel/http/index.ts';
import { loadBuiltPages, type Built } from './built-pages.ts';
import type { NavigationEntry } from './navigation.ts';

export interface UiSettings {
  /** Folder that `scripts/build.ts` wrote: `server/pages.js` and `client/`. */
  readonly dist: string;
  readonly navigation: readonly NavigationEntry[];
  /** Scheme and host as visitors see them; taken from the request where it is not set. */
  readonly origin?: string | undefined;
  /** Whether demonstration data is shown; the banner says so. */
  readonly demonstration: boolean;
}

/** The interface of one running server. */
export interface Ui extends UiSettings {
  readonly built: Built;
}

export type UiEnv = { Variables: HttpEnv['Variables'] & { ui: Ui } };

/** Reads the built pages; throws a Problem with the remedy where they are missing. */
export async function openUi(settings: UiSettings): Promise<Ui> {
  return { ...settings, built: await loadBuiltPages(settings.dist) };
}

/** Puts the interface into every request's context, where `page()` finds it. */
export function withUi(ui: Ui) {
  return createMiddleware<UiEnv>(async (c, next) => {
    c.set('ui', ui);
    await next();
  });
}
