import { createElement, type ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locales, translator, type Catalogue, type Language } from '#kernel/i18n/browser.ts';
import type { PageContext } from './page-context.ts';
import type { Pages } from './page-entry.ts';
import { PageProvider } from './page-provider.tsx';

/** What the server embedded in a workspace page; written by `PageData`, by the same version of the same code. */
interface Embedded {
  readonly page: string;
  readonly props: object;
  readonly context: PageContext;
}

/** Brings a workspace page to life. Catalogues are loaded for the page's own language only. */
export async function hydrate(pages: Pages, loadCatalogue: (language: Language) => Promise<Catalogue>): Promise<void> {
  const data = document.querySelector('#page-data')?.textContent;
  const root = document.querySelector('#workspace-root');
  if (typeof data !== 'string' || root === null) return;
  const { page, props, context } = JSON.parse(data) as Embedded;
  const entry = pages[page];
  if (entry === undefined) return;
  const [{ default: Page }, catalogue] = await Promise.all([entry.load(), loadCatalogue(context.language)]);
  hydrateRoot(
    root,
    <I18nProvider locale={locales[context.language]}>
      <PageProvider context={context} translate={translator(context.language, catalogue)}>
        {createElement(Page as ComponentType<object>, props)}
      </PageProvider>
    </I18nProvider>,
    { identifierPrefix: 'w' },
  );
  document.documentElement.dataset['hydrated'] = 'true';
}
