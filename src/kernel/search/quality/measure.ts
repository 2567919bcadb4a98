import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Language } from '#kernel/i18n/say.ts';
import type { SearchDocument } from '../document.ts';
import { find } from '../find.ts';
import { segmentBuilder } from '../segment/segment-builder.ts';

const schema = z.object({
  /** Title and text of a kind of document, with {t} for the topic and {s} for its sentence. */
  aspects: z.array(z.tuple([z.string(), z.string()])),
  /** Key, name and sentence of a topic. */
  topics: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** What a reader writes, the topic that is meant, and the kind of document if just one is. */
  queries: z.array(z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.int()])])),
});

export interface Recall {
  readonly queries: number;
  readonly documents: number;
  /** Of the documents meant, the share among the first ten, as a mean over queries. */
  readonly tuned: number;
  readonly heldOut: number;
  readonly worst: readonly string[];
}

/**
 * Searches the labelled set of a language, with all words of a query or, with `relax`, as on the site. Every second query was held
 * out while the words were tuned.
 */
export async function measureRecall(language: Language, relax: boolean): Promise<Recall> {
  const { aspects, topics, queries } = schema.parse(
    JSON.parse(readFileSync(new URL(`${language}.json`, import.meta.url), 'utf8')),
  );
  const builder = segmentBuilder();
  for (const [key, name, sentence] of topics) {
    for (const [nth, [title, text]] of aspects.entries()) {
      const document: SearchDocument = {
        id: `${key}/${nth}`,
        kind: 'resource',
        path: `/${key}/${nth}`,
        audience: 'public',
        title: { [language]: title.replace('{t}', name) },
        text: { [language]: text.replace('{s}', sentence) },
      };
      builder.add('quality', document);
    }
  }
  const segments = [await builder.finished()];
  const results = queries.map(([text, topic, aspect]) => {
    const { hits } = find(segments, {
      text,
      language,
      audiences: ['public'],
      relax,
      demonstration: false,
      page: 1,
      size: 10,
    });
    const meant = aspect === undefined ? aspects.map((_, nth) => `${topic}/${nth}`) : [`${topic}/${aspect}`];
    return { text, recall: meant.filter((id) => hits.some((hit) => hit.id === id)).length / meant.length };
  });
  const mean = (some: typeof results): number => some.reduce((sum, { recall }) => sum + recall, 0) / some.length;
  return {
    queries: queries.length,
    documents: topics.length * aspects.length,
    tuned: mean(results.filter((_, nth) => nth % 2 === 0)),
    heldOut: mean(results.filter((_, nth) => nth % 2 === 1)),
    worst: results
      .filter(({ recall }, nth) => recall < 1 && nth % 2 === 0)
      .map(({ text, recall }) => `${text} ${recall}`),
  };
}
