import * as z from 'zod';

const words = z.record(z.string(), z.string());

/** What a citation needs of a record of this register. */
export const publicationSchema = z.object({
  name: z.string(),
  authors: z.array(z.object({ name: z.string(), kind: z.enum(['person', 'body']) })),
  year: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  kind: z.enum(['article', 'book', 'chapter', 'report', 'thesis', 'paper', 'web']),
  container: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  pages: z.string().optional(),
  publisher: z.string().optional(),
  place: z.string().optional(),
  doi: z.string().optional(),
  isbn: z.string().optional(),
  language: z.string().optional(),
  keywords: z.array(words).optional(),
  annotation: words.optional(),
  web: z.array(z.object({ url: z.string() })).optional(),
});
export type Publication = z.infer<typeof publicationSchema>;

/** First and last page, whichever dash stands between them; a single page has no last one. */
export function pageRange(pages: string): readonly [first: string, last?: string] {
  const [first = '', last] = pages.split(/\s*[-–—]+\s*/u);
  return last === undefined || last === '' ? [first] : [first, last];
}

/** The text in the language of the reader if there is one, else in English, else in any. */
export function wordsIn(text: Readonly<Record<string, string>>, language: string): string | undefined {
  return text[language] ?? text['en'] ?? Object.values(text)[0];
}

/** On one line: every format here ends a value where its line ends. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
