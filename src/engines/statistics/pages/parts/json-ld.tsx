import type { ReactNode } from 'react';

/** Facts for search engines; a data block that no browser runs. `<` is escaped, so that no text can end the element. */
export function JsonLd(props: { data: object }): ReactNode {
  const json = JSON.stringify(props.data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
