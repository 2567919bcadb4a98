import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locales } from '#kernel/i18n/languages.ts';
import { pseudo } from '#kernel/i18n/pseudo.ts';
import { translatorOf } from '#kernel/i18n/translate.ts';
import { Document } from './layout/document.tsx';
import type { BuiltPages, RenderRequest } from './page-context.ts';
import type { Pages } from './page-entry.ts';
import { PageProvider } from './page-provider.tsx';

/** Makes the renderer over a list of pages; what comes out is one whole HTML document. */
export function rendererOf(pages: Pages): BuiltPages {
  return {
    kinds: Object.fromEntries(Object.entries(pages).map(([name, { kind }]) => [name, kind])),
    render: (request) => render(pages, request),
  };
}

async function render(pages: Pages, request: RenderRequest): Promise<string> {
  const entry = pages[request.page];
  if (entry === undefined) throw new Error(`no page is called ${request.page}`);
  const { context, assets } = request;
  const translate = request.pseudo === true ? pseudo(translatorOf(context.language)) : translatorOf(context.language);
  // The list holds pages of all props; the route that named this one was checked against it by `pagesOf`.
  const Page = (await entry.load()).default as ComponentType<object>;
  const content = createElement(Page, request.props as object);
  const body =
    entry.kind === 'public'
      ? content
      : createElement('div', {
          id: 'workspace-root',
          dangerouslySetInnerHTML: {
            __html: renderToString(
              <I18nProvider locale={locales[context.language]}>
                <PageProvider context={context} translate={translate}>
                  {content}
                </PageProvider>
              </I18nProvider>,
              { identifierPrefix: 'w' },
            ),
          },
        });
  const html = renderToStaticMarkup(
    <PageProvider context={context} translate={translate}>
      <Document assets={assets} page={request.page} props={request.props} messages={request.messages ?? {}}>
        {body}
      </Document>
    </PageProvider>,
  );
  return `<!doctype html>${html}`;
}
