import { findActorOfAccount } from '#kernel/identity/index.ts';
import type { SavedSearchContext } from '#kernel/search/index.ts';
import type { House } from './open-house.ts';

/** What saved searches, their feeds and their letters need of the house. */
export function savedSearchesOf(house: House): SavedSearchContext {
  const { database, clock, secret, config, search, identity } = house;
  return {
    database,
    clock,
    secret,
    origin: config.origin,
    search,
    mail: identity.mail,
    actorOf: (account) => findActorOfAccount(identity, account),
  };
}
