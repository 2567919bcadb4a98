import type { ReactNode } from 'react';
import { usePage } from '../page-provider.tsx';

/** The page's props and context as JSON, which no browser runs; `<` is escaped so that no text can end the element. */
export function PageData(props: { page: string; props: unknown }): ReactNode {
  const { context } = usePage();
  const json = JSON.stringify({ page: props.page, props: props.props, context }).replaceAll('<', '\\u003c');
  return <script id="page-data" type="application/json" dangerouslySetInnerHTML={{ __html: json }} />;
}
