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
export { openSearch, type Search } from './open-search.ts';
