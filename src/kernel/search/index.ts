import { migrationsIn } from '#kernel/database/index.ts';

export { nothingFound } from './answer.ts';
export type {
  FacetCount,
  HintCode,
  SearchAnswer,
  SearchHint,
  SearchHit,
  SearchQuery,
  SearchRange,
  SearchSnippet,
} from './answer.ts';
export type { SearchContent, SearchDocument, SearchField, SearchSource, TextByLanguage, Weight } from './document.ts';
export { changed, everyRecord } from './follow/changed.ts';
export { openSearch, type Search, type SearchSettings, type SearchState } from './open-search.ts';
export { changeSavedSearch, type SavedChange } from './saved/change-saved.ts';
export { keepSearch } from './saved/keep-search.ts';
export { listSavedSearches } from './saved/list-saved.ts';
export { searchOperations } from './saved/operations.ts';
export { readFeed } from './saved/read-feed.ts';
export type { Alert, NewSearch, SavedQuery, SavedSearch, SavedSearchContext } from './saved/saved-search.ts';
export { searchAlerts } from './saved/send-alerts.ts';
export type { SuggestQuery, Suggestion } from './suggest.ts';

export const searchMigrations = migrationsIn(import.meta.url, 'search');
export { forgetOldChanges } from './follow/forget-old-changes.ts';
