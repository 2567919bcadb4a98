import type { ReactNode } from 'react';
import { directionOf, languageNames, languages } from '#kernel/i18n/browser.ts';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '../page-provider.tsx';

/** The same page in each language, named in itself. */
export function LanguageLinks(): ReactNode {
  const { context, language, t } = usePage();
  const suffix = `${context.path === '/' ? '' : context.path}${context.query === '' ? '' : `?${context.query}`}`;
  return (
    <nav className="languages" aria-label={t(say('Languages'))}>
      <ul>
        {languages.map((code) => (
          <li key={code}>
            <a
              href={`/${code}${suffix}`}
              hrefLang={code}
              lang={code}
              dir={directionOf(code)}
              {...(code === language && { 'aria-current': 'true' as const })}
            >
              {languageNames[code]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
