import type { SeedRecord } from '#engines/registers/index.ts';
import publications from './demonstration.json' with { type: 'json' };

/** What only some kinds of publication have: absent where the data file does not say it. */
const details = ['container', 'volume', 'issue', 'pages', 'publisher', 'place'] as const;

/** Invented publications by invented bodies. Their DOIs have the prefix 10.5555, which is kept for examples. */
export function demonstrationBibliography(): readonly SeedRecord[] {
  return publications.map((publication): SeedRecord => {
    const { id, name, authors, year, kind, language, crimes, countries, methods, keywords, annotation } = publication;
    const told: Readonly<Record<string, unknown>> = publication;
    return {
      register: 'bibliography',
      id: `demo-publication-${id}`,
      demonstration: true,
      data: {
        name,
        authors: authors.map((body) => ({ name: body, kind: 'body' })),
        year,
        kind,
        ...Object.fromEntries(details.flatMap((field) => (told[field] === undefined ? [] : [[field, told[field]]]))),
        ...(['article', 'report', 'paper'].includes(kind) && { doi: `10.5555/demonstration.${id}` }),
        language,
        ...listed('crimes', crimes),
        ...listed('countries', countries),
        methods: methods.split(' '),
        keywords: keywords.map((word) => ({ en: word })),
        annotation,
        web: [{ url: `https://bibliography.example.org/${id}` }],
      },
    };
  });
}

function listed(field: string, words: string): Readonly<Record<string, readonly string[]>> {
  return words === '' ? {} : { [field]: words.split(' ') };
}
