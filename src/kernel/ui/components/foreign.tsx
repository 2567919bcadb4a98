import type { ReactNode } from 'react';
import { textIn, type Multilingual } from '#kernel/i18n/browser.ts';
import { usePage } from '../page-provider.tsx';

/** Text of the record. Where another language stands in, the passage carries its own `lang` and `dir` and is marked as such. */
export function Foreign(props: { text: Multilingual }): ReactNode {
  const { language } = usePage();
  const { text, lang, dir, isFallback } = textIn(language, props.text);
  if (!isFallback) return text;
  return (
    <span className="foreign" lang={lang} dir={dir} data-lang={lang}>
      {text}
    </span>
  );
}
