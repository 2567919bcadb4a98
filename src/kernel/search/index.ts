export type { SearchAnswer, SearchDocument, SearchHit, SearchQuery, SearchSource } from './document.ts';
export { openSearch, type Search } from './open-search.ts';
