import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineCodeList,
  defineRegister,
  identifier,
  language,
  link,
  party,
  richText,
  text,
} from '#engines/registers/index.ts';

const crimeTypes = defineCodeList('crime-types', say('Crime types'), lawTerms('crime-types'));
const kinds = defineCodeList('publication-kinds', say('Kinds of publication'), [
  { id: 'article', label: say('Journal article') },
  { id: 'book', label: say('Book') },
  { id: 'chapter', label: say('Chapter of a book') },
  { id: 'report', label: say('Report') },
  { id: 'thesis', label: say('Thesis') },
  { id: 'paper', label: say('Working paper') },
  { id: 'web', label: say('Web page') },
]);
const methods = defineCodeList('research-methods', say('Methods'), [
  { id: 'survey', label: say('Survey') },
  { id: 'interviews', label: say('Interviews') },
  { id: 'case-study', label: say('Case study') },
  { id: 'statistics', label: say('Analysis of statistics') },
  { id: 'legal', label: say('Legal analysis') },
  { id: 'review', label: say('Review of literature') },
  { id: 'theory', label: say('Theory') },
]);

/** Annotated literature on crime and justice, exported to any reference manager. */
export const bibliography = defineRegister({
  id: 'bibliography',
  title: say('Bibliography'),
  one: say('Publication'),
  about: say('Annotated literature on crime and criminal justice, by subject, country and method.'),
  sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  titleField: 'name',
  summaryField: 'annotation',
  order: '-year',
  fields: {
    name: text(say('Title')).required().column().search('high'),
    authors: party(say('Authors')).many().required(),
    year: date(say('Year')).required().facet().sortable().column(),
    kind: code(say('Kind'), kinds).required().facet().sortable().column(),
    container: text(say('Journal, book or series')).search('low'),
    volume: text(say('Volume')),
    issue: text(say('Issue')),
    pages: text(say('Pages')),
    publisher: text(say('Publisher')),
    place: text(say('Place of publication')),
    doi: identifier(say('DOI'), 'doi').unique().search('high'),
    isbn: identifier(say('ISBN'), 'isbn').search(),
    language: language(say('Language')).required().facet().column(),
    crimes: code(say('Crime types'), crimeTypes).many().facet().column(),
    countries: country(say('Countries studied')).many().facet(),
    methods: code(say('Methods'), methods).many().facet(),
    keywords: text(say('Keywords')).translatable().many().search(),
    annotation: richText(say('Annotation')).translatable().required().search(),
    web: link(say('Link')).many(),
  },
  jsonLd: {
    type: 'ScholarlyArticle',
    properties: { name: 'name', authors: 'author', year: 'datePublished', doi: 'identifier', annotation: 'abstract' },
  },
});
