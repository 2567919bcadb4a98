import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** What everybody can visit; the part that the page belongs to is marked. */
export function MainNavigation(): ReactNode {
  const { context, t, href } = usePage();
  if (context.navigation.main.length === 0) return null;
  return (
    <nav className="main-nav" aria-label={t(say('Main'))}>
      <ul>
        {context.navigation.main.map(({ id, label, path }) => (
          <li key={id}>
            <a href={href(path)} {...currentOf(context.path, path)}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** `aria-current` for a link: the page itself, or the part of the site that holds it. */
export function currentOf(here: string, path: string): { 'aria-current'?: 'page' | 'true' } {
  if (here === path) return { 'aria-current': 'page' };
  return path !== '/' && here.startsWith(`${path}/`) ? { 'aria-current': 'true' } : {};
}
