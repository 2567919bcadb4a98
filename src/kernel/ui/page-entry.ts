import type { ReactNode } from 'react';

/**
 * `public`: plain HTML, enhanced by islands, no React in the browser.
 * `workspace`: rendered the same way, then hydrated; its props are sent along as JSON, so they must be JSON.
 */
export type PageKind = 'public' | 'workspace';

export type PageComponent<Props> = (props: Props) => ReactNode;

/** A page that can be asked for by name. Its file is loaded when first needed, and by the builder only: Node never sees `.tsx`. */
export interface PageEntry<Props> {
  readonly kind: PageKind;
  readonly load: Load<PageComponent<never>>;
  /** Never there: it lets the compiler remember the props. */
  readonly takes?: (props: Props) => void;
}

export type Pages = Readonly<Record<string, PageEntry<never>>>;

export type PropsOf<Entry> = Entry extends PageEntry<infer Props> ? Props : never;

/** What a page without props is asked for with: `{}`. */
export type NoProps = { readonly [name: string]: never };

type PropsOfComponent<Component> = Component extends () => ReactNode
  ? NoProps
  : Component extends (props: infer Props) => ReactNode
    ? Props
    : never;

type Load<Component> = () => Promise<{ default: Component }>;

export function publicPage<Component extends PageComponent<never>>(
  load: Load<Component>,
): PageEntry<PropsOfComponent<Component>> {
  return { kind: 'public', load };
}

export function workspacePage<Component extends PageComponent<never>>(
  load: Load<Component>,
): PageEntry<PropsOfComponent<Component>> {
  return { kind: 'workspace', load };
}

/** Enhances one element that the server drew with `data-island="name"`; its data comes in data attributes. */
export type Island = (element: HTMLElement) => void;

/** Islands by name, each in a chunk of its own that is fetched only where such an element is on the page. */
export type Islands = Readonly<Record<string, () => Promise<{ default: Island }>>>;
