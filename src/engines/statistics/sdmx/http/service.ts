import type { Actor } from '#kernel/policy/actor.ts';
import type { ReleasedStore } from '../../model/released.ts';
import type { Registry } from '../../registry/registry.ts';
import type { Vocabularies } from '../data/vocabulary.ts';
import type { MessageHead } from '../formats/xml/header.ts';

/** What the handlers of the service share. */
export interface Service {
  readonly registry: (actor: Actor) => Promise<Registry>;
  readonly store: ReleasedStore;
  readonly vocabularies: Vocabularies;
  /** Address of the service, before `/rest` and `/v2`. */
  readonly url: string;
  /** A new message's id, time and sender. */
  readonly head: () => MessageHead;
  /** When an answer with this tag was first sent: the moment that its definitions are known to have held. */
  readonly firstSent: (tag: string) => Date;
}
