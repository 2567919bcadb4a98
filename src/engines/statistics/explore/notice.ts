import type { Message } from '#kernel/i18n/say.ts';

/** Something about the address or the selection that the reader must know, and a way out where there is one. */
export interface ExploreNotice {
  readonly said: Message;
  /** Words of the link, and the query that it leads to. */
  readonly remedy?: { readonly label: Message; readonly query: string };
}
