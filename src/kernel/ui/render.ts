import { createHash, randomBytes } from 'node:crypto';
import type { Context, Env } from 'hono';
import { getCookie } from 'hono/cookie';
import type { StatusCode } from 'hono/utils/http-status';
import { translationsOf, type Text } from '#kernel/i18n/index.ts';
import { anonymous, roleOf, type Actor } from '#kernel/policy/actor.ts';
import { navigationFor } from './navigation.ts';
import type { ActorSummary, Breadcrumb, LayoutName, PageContext } from './page-context.ts';
import type { Pages, PropsOf } from './page-entry.ts';
import { splitLanguage } from './request-language.ts';
import { securityHeaders } from './security-headers.ts';
import { themeCookie, themeFrom } from './theme.ts';
import type { Ui, UiEnv } from './ui.ts';

export interface PageOptions {
  /** What the browser's tab says, without the site's name. */
  readonly title: Text;
  /** One sentence for search engines and previews. */
  readonly description?: Text;
  readonly breadcrumbs?: readonly Breadcrumb[];
  /** `page` for public pages and `workspace` for the others where nothing is said. */
  readonly layout?: LayoutName;
  readonly status?: StatusCode;
  readonly unlisted?: boolean;
  /** The page shows a form's errors: its title begins with "Error". */
  readonly hasErrors?: boolean;
}

/** Answers with a page: finds the language, theme and navigation, renders, and sets the headers. Unknown names throw. */
export async function page<E extends Env>(
  c: Context<E>,
  name: string,
  props: unknown,
  options: PageOptions,
): Promise<Response> {
  const { ui, actor, requestId } = variables(c);
  const kind = ui.built.pages.kinds[name];
  if (kind === undefined) throw new Error(`no page is called ${name}`);
  const url = new URL(c.req.url);
  const nonce = kind === 'workspace' ? randomBytes(16).toString('base64') : '';
  const layout = options.layout ?? (kind === 'workspace' ? 'workspace' : 'page');
  const context: PageContext = {
    kind,
    layout,
    ...splitLanguage(url.pathname),
    query: url.search.slice(1),
    theme: themeFrom(getCookie(c, themeCookie)),
    actor: summaryOf(actor),
    title: options.title,
    ...(options.description !== undefined && { description: options.description }),
    breadcrumbs: options.breadcrumbs ?? [],
    origin: ui.origin ?? url.origin,
    requestId,
    nonce,
    demonstration: ui.demonstration,
    navigation: navigationFor(actor, ui.navigation),
    hasErrors: options.hasErrors === true,
    unlisted: options.unlisted === true || (options.status ?? 200) >= 400,
  };
  const messages =
    kind === 'workspace' ? translationsOf(context.language, ui.built.messagesOf(name), [props, context]) : {};
  const html = await ui.built.pages.render({ page: name, props, context, assets: ui.built.assetsOf(kind), messages });
  return answer(c, html, context, options.status ?? 200);
}

/** The same as `page`, with names and props checked against an engine's own list: `const page = pagesOf<typeof pages>()`. */
export function pagesOf<P extends Pages>() {
  return <Name extends keyof P & string, E extends Env>(
    c: Context<E>,
    name: Name,
    props: PropsOf<P[Name]>,
    options: PageOptions,
  ): Promise<Response> => page(c, name, props, options);
}

function variables<E extends Env>(c: Context<E>): { ui: Ui; actor: Actor; requestId: string } {
  // Engines' own Env types differ; what the shell has set is the same for all of them.
  const set = c.var as Partial<UiEnv['Variables']>;
  if (set.ui === undefined) throw new Error('withUi() must run before a page is asked for');
  return { ui: set.ui, actor: set.actor ?? anonymous, requestId: set.requestId ?? '' };
}

function answer<E extends Env>(c: Context<E>, html: string, context: PageContext, status: StatusCode): Response {
  const headers = new Headers(securityHeaders(context.nonce, { embed: context.layout === 'embed' }));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', context.language);
  headers.set('Vary', 'Cookie');
  if (context.actor.signedIn || context.kind === 'workspace' || status !== 200) {
    headers.set('Cache-Control', 'private, no-store');
    return new Response(html, { status, headers });
  }
  // A public page without nonce is the same for the same record: a browser on a bad line need not fetch it twice.
  const tag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  headers.set('Cache-Control', 'private, no-cache');
  headers.set('ETag', tag);
  return c.req.header('if-none-match') === tag
    ? new Response(null, { status: 304, headers })
    : new Response(html, { status, headers });
}

function summaryOf(actor: Actor): ActorSummary {
  if (actor.kind !== 'account') return { signedIn: false, role: roleOf(actor) };
  const { name, email, role, organization } = actor;
  const { state } = organization;
  return {
    signedIn: true,
    role,
    name,
    email,
    organization: { name: organization.name, kind: organization.kind, ...(state !== undefined && { state }) },
  };
}
