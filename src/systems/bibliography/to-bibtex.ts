import { oneLine, pageRange, wordsIn, type Publication } from './publication.ts';

/** Type of entry, and the fields in which it keeps container, publisher and number. */
const entries = {
  article: ['article', 'journal', 'publisher', 'number'],
  book: ['book', 'series', 'publisher', 'number'],
  chapter: ['incollection', 'booktitle', 'publisher', 'number'],
  report: ['techreport', 'series', 'institution', 'number'],
  thesis: ['phdthesis', 'series', 'school', 'number'],
  paper: ['techreport', 'series', 'institution', 'number'],
  web: ['misc', 'series', 'publisher', 'number'],
} as const;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The publication as an entry of BibTeX in UTF-8, under its id; titles keep their capitals, and bodies are not taken apart as persons are. */
export function toBibtex(id: string, publication: Publication, language = 'en'): string {
  const [type, container, publisher, number] = entries[publication.kind];
  const [year, month] = publication.year.split('-');
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : `{${escapeTex(oneLine(value))}}`;
  const fields: (readonly [name: string, value: string | undefined])[] = [
    ['title', `{${text(publication.name) ?? ''}}`],
    ['author', `{${publication.authors.map(authorOf).join(' and ')}}`],
    ['year', text(year)],
    // The name of the month is a macro, which a style prints in its language.
    ['month', month === undefined ? undefined : months[Number(month) - 1]],
    ['type', publication.kind === 'paper' ? '{Working paper}' : undefined],
    [container, text(publication.container)],
    ['volume', text(publication.volume)],
    [number, text(publication.issue)],
    ['pages', publication.pages === undefined ? undefined : text(pageRange(publication.pages).join('--'))],
    [publisher, text(publication.publisher)],
    ['address', text(publication.place)],
    ['doi', verbatim(publication.doi)],
    ['isbn', text(publication.isbn)],
    ['language', text(publication.language)],
    ['keywords', text(publication.keywords?.flatMap((keyword) => wordsIn(keyword, language) ?? []).join(', '))],
    ['abstract', text(publication.annotation && wordsIn(publication.annotation, language))],
    ['url', verbatim(publication.web?.[0]?.url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${type}{${id.replaceAll(/[^\w:.-]/gu, '-')},\n${lines.join(',\n')}\n}\n`;
}

const authorOf = ({ name, kind }: Publication['authors'][number]): string => {
  const escaped = escapeTex(oneLine(name));
  // “and” divides authors unless braces hold it.
  return kind === 'body' || /\band\b/iu.test(name) ? `{${escaped}}` : escaped;
};

const special: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  $: String.raw`\$`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '%': String.raw`\%`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escapeTex = (text: string): string => text.replaceAll(/[\\{}$&#_%~^]/gu, (sign) => special[sign] ?? sign);

/** Addresses are read as they stand; only braces, which would end the field, are encoded. */
const verbatim = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : `{${address.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`;
