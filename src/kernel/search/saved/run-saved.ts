import { audiencesOf, type AccountActor } from '#kernel/policy/index.ts';
import type { SearchAnswer, SearchQuery } from '../answer.ts';
import { savedQuerySchema, type SavedRow, type SavedSearchContext } from './saved-search.ts';

/** Answers a saved search as the account may read now: all words must be there, the newest come first. */
export function runSaved(
  { search }: SavedSearchContext,
  { query, language }: Pick<SavedRow, 'query' | 'language'>,
  actor: AccountActor,
  asked: Pick<SearchQuery, 'size'> & { readonly published?: NonNullable<SearchQuery['published']> },
): SearchAnswer {
  return search.find({
    ...savedQuerySchema.parse(query),
    ...asked,
    language,
    audiences: audiencesOf(actor),
    sort: '-published',
    demonstration: false,
    page: 1,
  });
}
