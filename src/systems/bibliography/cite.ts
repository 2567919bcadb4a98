import { oneLine, pageRange, wordsIn, type Publication } from './publication.ts';

const risTypes = {
  article: 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  paper: 'RPRT',
  web: 'ELEC',
} as const;

/** The publication in the RIS format, with the tags that reference managers read in common; lines end in CR LF. */
export function toRis(id: string, publication: Publication, language = 'en'): string {
  const [year, month = '', day = ''] = publication.year.split('-');
  const [first, last] = publication.pages === undefined ? [] : pageRange(publication.pages);
  const lines: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', risTypes[publication.kind]],
    ['ID', id],
    ['TI', publication.name],
    ...publication.authors.map(({ name }) => ['AU', name] as const),
    ['PY', year],
    ['DA', month === '' ? undefined : `${year ?? ''}/${month}/${day}/`],
    ['T2', publication.container],
    ['VL', publication.volume],
    ['IS', publication.issue],
    ['SP', first],
    ['EP', last],
    ['PB', publication.publisher],
    ['CY', publication.place],
    ['DO', publication.doi],
    ['SN', publication.isbn],
    ['LA', publication.language],
    ...(publication.keywords ?? []).map((keyword) => ['KW', wordsIn(keyword, language)] as const),
    ['AB', publication.annotation && wordsIn(publication.annotation, language)],
    ...(publication.web ?? []).map(({ url }) => ['UR', url] as const),
  ];
  const told = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`]));
  return `${told.join('')}ER  - \r\n`;
}

const cslTypes = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  report: 'report',
  thesis: 'thesis',
  paper: 'report',
  web: 'webpage',
} as const;

/** The publication as an item of CSL-JSON 1.0; what it does not have is left out. */
export function toCslJson(id: string, publication: Publication, language = 'en'): Readonly<Record<string, unknown>> {
  const { kind, container } = publication;
  return told({
    id,
    type: cslTypes[kind],
    title: publication.name,
    author: publication.authors.map(cslName),
    issued: { 'date-parts': [publication.year.split('-').map(Number)] },
    genre: kind === 'paper' ? 'Working paper' : undefined,
    [kind === 'paper' || kind === 'book' || kind === 'report' ? 'collection-title' : 'container-title']: container,
    volume: publication.volume,
    [kind === 'paper' || kind === 'report' ? 'number' : 'issue']: publication.issue,
    page: publication.pages === undefined ? undefined : pageRange(publication.pages).join('-'),
    publisher: publication.publisher,
    'publisher-place': publication.place,
    DOI: publication.doi,
    ISBN: publication.isbn,
    language: publication.language,
    keyword: publication.keywords?.flatMap((keyword) => wordsIn(keyword, language) ?? []).join(', '),
    abstract: publication.annotation && wordsIn(publication.annotation, language),
    URL: publication.web?.[0]?.url,
  });
}

/** A body has one name; a person's is divided only where the record does, by a comma after the family name. */
function cslName({ name, kind }: Publication['authors'][number]): Readonly<Record<string, string>> {
  const [family = '', given = ''] = name.split(',', 2).map((part) => part.trim());
  return kind === 'person' && given !== '' ? { family, given } : { literal: name };
}

const told = (item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
