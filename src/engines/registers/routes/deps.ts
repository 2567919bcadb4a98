import type { Files } from '#kernel/files/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';

/** What the pages of the registers ask of the house. */
export interface RegisterPageDeps {
  context(actor: Actor, more?: Pick<RegistersContext, 'request'>): RegistersContext;
  readonly files: Pick<Files, 'put' | 'open'>;
  readonly clock: () => Date;
  /** For citations: `https://…`. */
  readonly origin: string;
  /** Who accounts are, as far as the actor may know. */
  people?(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name?: string }>>;
}
