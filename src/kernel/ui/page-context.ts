import type { Language, Text } from '#kernel/i18n/say.ts';
import type { OrganizationKind, Role } from '#kernel/policy/actor.ts';
import type { NavigationEntry } from './navigation.ts';
import type { PageKind } from './page-entry.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a page may know of who asks: enough to greet and to draw the navigation, nothing to decide by. */
export interface ActorSummary {
  readonly signedIn: boolean;
  readonly role: Role;
  readonly name?: string;
  readonly email?: string;
  readonly organization?: { readonly name: string; readonly kind: OrganizationKind; readonly state?: string };
}

export interface Breadcrumb {
  readonly label: Text;
  /** Without language; absent for the page itself. */
  readonly path?: string;
}

/**
 * `page` reads roomy, `wide` uses the whole width, `form` is one narrow column, `workspace` has the side navigation of
 * the actor's kind, `embed` is bare for frames on other sites.
 */
export type LayoutName = 'page' | 'wide' | 'form' | 'workspace' | 'embed';

/** Everything around a page's own props. It is sent to the browser with workspace pages, so it holds no secret. */
export interface PageContext {
  readonly kind: PageKind;
  readonly layout: LayoutName;
  readonly language: Language;
  readonly theme: Theme;
  readonly actor: ActorSummary;
  readonly title: Text;
  readonly description?: Text;
  readonly breadcrumbs: readonly Breadcrumb[];
  /** Address without language, as `/statistics/prisons`. */
  readonly path: string;
  /** The query string without `?`. */
  readonly query: string;
  /** Scheme and host of this installation, for absolute links. */
  readonly origin: string;
  readonly requestId: string;
  /** Random, per answer; only workspace pages carry it, because React Aria adds one style element. */
  readonly nonce: string;
  /** Whether demonstration data is shown anywhere in this installation. */
  readonly demonstration: boolean;
  readonly navigation: { readonly main: readonly NavigationEntry[]; readonly work: readonly NavigationEntry[] };
  /** A form came back with errors: the title says so first. */
  readonly hasErrors: boolean;
  /** Ask search engines not to list this page. */
  readonly unlisted: boolean;
}

/** What the server hands to the built pages. */
export interface RenderRequest {
  readonly page: string;
  readonly props: unknown;
  readonly context: PageContext;
  readonly assets: PageAssets;
  /** Translations that a workspace page takes to the browser. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Shows every text in the pseudo-locale; tests only. */
  readonly pseudo?: boolean;
}

/** Addresses of the built files that a kind of page needs. */
export interface PageAssets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly preloads: readonly string[];
}

/** The face of `dist/server/pages.js`. */
export interface BuiltPages {
  readonly kinds: Readonly<Record<string, PageKind>>;
  readonly render: (request: RenderRequest) => Promise<string>;
}
