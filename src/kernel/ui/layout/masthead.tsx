import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';
import { AccountLinks } from './account-links.tsx';
import { Brand } from './brand.tsx';
import { LanguageLinks } from './language-links.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Top of every page. Narrow screens get the same parts behind one menu that needs no script. */
export function Masthead(): ReactNode {
  const { t, href } = usePage();
  return (
    <header className="masthead">
      <div className="utility wide-only">
        <div className="container utility-row">
          <LanguageLinks />
          <div className="utility-end">
            <ThemeSwitch />
            <AccountLinks />
          </div>
        </div>
      </div>
      <div className="container masthead-row">
        <Brand />
        <SearchBox />
        <a className="icon-link narrow-only" href={href('/search')} aria-label={t(say('Search'))}>
          <Icon name="search" />
        </a>
        <details className="narrow-menu narrow-only" data-island="menu">
          <summary>{t(say('Menu'))}</summary>
          <div className="narrow-menu-panel">
            <MainNavigation />
            <AccountLinks />
            <LanguageLinks />
            <ThemeSwitch />
          </div>
        </details>
      </div>
      <div className="main-nav-bar wide-only">
        <div className="container">
          <MainNavigation />
        </div>
      </div>
    </header>
  );
}

function SearchBox(): ReactNode {
  const { t, href, context } = usePage();
  const asked = context.path === '/search' ? (new URLSearchParams(context.query).get('q') ?? '') : '';
  return (
    <form
      className="search-box wide-only"
      role="search"
      aria-label={t(say('Whole site'))}
      action={href('/search')}
      method="get"
    >
      <label className="visually-hidden" htmlFor="site-search">
        {t(say('Search the whole site'))}
      </label>
      <input
        id="site-search"
        name="q"
        type="search"
        defaultValue={asked}
        placeholder={t(say('Countries, figures, laws, documents'))}
      />
      <button type="submit" aria-label={t(say('Search'))}>
        <Icon name="search" />
      </button>
    </form>
  );
}
