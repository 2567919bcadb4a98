import { createElement, type ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locales, translator, type Catalogue } from '#kernel/i18n/browser.ts';
import type { PageContext } from './page-context.ts';
import type { Pages } from './page-entry.ts';
import { PageProvider } from './page-provider.tsx';

/** What the server embedded in a workspace page; written by `PageData`, by the same version of the same code. */
interface Embedded {
  readonly page: string;
  readonly props: object;
  readonly context: PageContext;
  /** Translations of what this page can show, in its language. */
  readonly messages: Catalogue;
}

/** Brings a workspace page to life. */
export async function hydrate(pages: Pages): Promise<void> {
  const data = document.querySelector('#page-data')?.textContent;
  const root = document.querySelector('#workspace-root');
  if (typeof data !== 'string' || root === null) return;
  const { page, props, context, messages } = JSON.parse(data) as Embedded;
  const entry = pages[page];
  if (entry === undefined) return;
  const { default: Page } = await entry.load();
  hydrateRoot(
    root,
    <I18nProvider locale={locales[context.language]}>
      <PageProvider context={context} translate={translator(context.language, messages)}>
        {createElement(Page as ComponentType<object>, props)}
      </PageProvider>
    </I18nProvider>,
    { identifierPrefix: 'w' },
  );
  document.documentElement.dataset['hydrated'] = 'true';
}
