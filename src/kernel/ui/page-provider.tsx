import { createContext, useContext, useMemo, type ReactNode } from 'react';
import {
  directionOf,
  formatsOf,
  type Direction,
  type Formats,
  type Language,
  type Translate,
} from '#kernel/i18n/browser.ts';
import type { PageContext } from './page-context.ts';

/** What every component can ask for: `const { t, href, formats } = usePage()`. */
export interface PageTools {
  readonly context: PageContext;
  readonly language: Language;
  readonly dir: Direction;
  /** Text in the visitor's language. */
  readonly t: Translate;
  readonly formats: Formats;
  /** Address inside the site, with the language: `/statistics` → `/fr/statistics`. */
  readonly href: (path: string) => string;
}

const Tools = /* @__PURE__ */ createContext<PageTools | undefined>(undefined);

export function PageProvider(props: { context: PageContext; translate: Translate; children: ReactNode }): ReactNode {
  const { context, translate } = props;
  const tools = useMemo(
    (): PageTools => ({
      context,
      language: context.language,
      dir: directionOf(context.language),
      t: translate,
      formats: formatsOf(context.language),
      href: (path) => `/${context.language}${path === '/' ? '' : path}`,
    }),
    [context, translate],
  );
  return <Tools value={tools}>{props.children}</Tools>;
}

export function usePage(): PageTools {
  const tools = useContext(Tools);
  if (tools === undefined) throw new Error('usePage() is called outside a page');
  return tools;
}
