import type { ReactNode } from 'react';
import type { Catalogue } from '#kernel/i18n/browser.ts';
import { usePage } from '../page-provider.tsx';

/** The page's props and context as JSON, which no browser runs; `<` is escaped so that no text can end the element. */
export function PageData(props: { page: string; props: unknown; messages: Catalogue }): ReactNode {
  const { context } = usePage();
  const { page, messages } = props;
  const json = JSON.stringify({ page, props: props.props, context, messages }).replaceAll('<', '\\u003c');
  return <script id="page-data" type="application/json" dangerouslySetInnerHTML={{ __html: json }} />;
}
