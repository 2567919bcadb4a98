import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';
import { Brand } from './brand.tsx';

/** Bottom of every page: terms, privacy, accessibility, programming interface, and the way to report an error in it. */
export function Footer(): ReactNode {
  const { context, t, href } = usePage();
  const links = [
    { label: say('About'), address: href('/about') },
    { label: say('Licence and terms'), address: href('/terms') },
    { label: say('Privacy'), address: href('/privacy') },
    { label: say('Accessibility'), address: href('/accessibility') },
    { label: say('Where data files come from'), address: href('/data-files') },
    { label: say('Programming interface (API)'), address: href('/api') },
    { label: say('Report an error'), address: `${href('/report-error')}?page=${encodeURIComponent(context.path)}` },
  ];
  return (
    <footer className="footer">
      <div className="container footer-row">
        <div className="footer-about">
          <Brand />
          <p>
            {t(
              say(
                'Open software. This site makes no claim to be an official publication; each figure names its source.',
              ),
            )}
          </p>
        </div>
        <nav aria-label={t(say('About this site'))}>
          <ul className="footer-links">
            {links.map(({ label, address }) => (
              <li key={address}>
                <a href={address}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
