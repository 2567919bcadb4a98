import type { SeedRecord } from '#engines/registers/index.ts';
import digests from './digests.json' with { type: 'json' };

/** Invented digests over the invented cases; each of a chapter's quotations reads `number anchor | statement`. */
export function demonstrationDigests(): readonly SeedRecord[] {
  return digests.map(({ id, chapters, ...rest }) => ({
    register: 'case-digests',
    id,
    demonstration: true,
    data: {
      ...rest,
      chapters: chapters.map(({ heading, body }, place) => ({
        number: String(place + 1),
        heading: { en: heading },
        body: { en: body },
      })),
      quotations: chapters.flatMap(({ quotes }, place) => quotes.map((quote) => readQuotation(quote, place + 1))),
    },
  }));
}

/** Throws a `TypeError` at a quotation without case, anchor and statement. */
function readQuotation(quote: string, chapter: number): Readonly<Record<string, unknown>> {
  const [, number, anchor, statement] = /^(\S+) (\S+) \| (.+)$/.exec(quote) ?? [];
  if (statement === undefined) throw new TypeError(`“${quote}” does not say which case is quoted for what.`);
  return { chapter: String(chapter), case: number, anchor, statement: { en: statement } };
}
