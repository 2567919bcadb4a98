import type { Context } from 'hono';
import type { IdentityContext, Oidc } from '#kernel/identity/index.ts';
import type { Language, Message } from '#kernel/i18n/say.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import type { SavedSearchContext, Search } from '#kernel/search/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { BackgroundDesk } from './background/background-overview.ts';
import type { FrontProps } from './pages/front.tsx';

/** What a visitor says is wrong, and where. */
export interface ErrorReport {
  /** Path of the page, without language. */
  readonly page: string;
  readonly message: string;
  /** Where to answer; absent when the visitor gave none. */
  readonly email?: string;
  readonly language: Language;
  /** Number of the request that failed, when the report is about one. */
  readonly request?: string;
}

/** One area of the house as an API token may be made for it: as a whole, or for some of its operations. */
export interface ScopeArea {
  /** `statistics.*` */
  readonly scope: string;
  readonly label: Message | string;
  readonly operations: readonly string[];
}

/** What the site's own pages need of the house. */
export interface WebHouse {
  readonly identity: IdentityContext;
  readonly oidc?: Oidc | undefined;
  /** What an API token of this actor can be made for. */
  readonly scopesOf: (actor: AccountActor) => readonly ScopeArea[];
  readonly search: Pick<Search, 'find'>;
  /** Searches that accounts keep; without it nobody can keep any. */
  readonly saved?: SavedSearchContext;
  /** Words for the kinds of thing that the search finds: `country` → Countries and areas. */
  readonly searchKinds: Readonly<Record<string, Message>>;
  /** What the front page shows now. */
  readonly front: (c: Context<UiEnv>) => Promise<FrontProps>;
  /** Takes a visitor's report; it must reach a person. */
  readonly reportError: (report: ErrorReport) => Promise<void>;
  /** What the server does by itself, for administrators. */
  readonly background: BackgroundDesk;
}
