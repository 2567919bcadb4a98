import * as z from 'zod';
import { languages, type Multilingual } from '#kernel/i18n/index.ts';
import type { RecordView } from '#engines/registers/index.ts';

export interface Treaty {
  readonly id: string;
  readonly name: Multilingual;
  readonly short: Multilingual;
  readonly group: string;
  readonly subjects: readonly string[];
  readonly adopted: string;
  readonly place?: string;
  readonly inForce?: string;
  readonly depositary?: string;
  readonly parent?: string;
  readonly articles: readonly {
    readonly number: string;
    readonly heading?: Multilingual;
    readonly legislation: boolean;
  }[];
  /** What was compared with a published text; empty where nothing was. */
  readonly verified: string;
  readonly note?: string;
}

const texts = z.partialRecord(z.enum(languages), z.string());
const schema = z.object({
  name: texts,
  short: texts,
  group: z.string(),
  subjects: z.array(z.string()).default([]),
  adopted: z.string(),
  place: z.string().optional(),
  inForce: z.string().optional(),
  depositary: z.string().optional(),
  parent: z.string().optional(),
  articles: z
    .array(z.object({ number: z.string(), heading: texts.optional(), legislation: z.boolean().default(false) }))
    .default([]),
  verified: z.string().default(''),
  note: z.string().optional(),
});

/** A treaty's record as pages use it; undefined where it lacks what a published one has. */
export function readTreaty({ id, data }: Pick<RecordView, 'id' | 'data'>): Treaty | undefined {
  const read = schema.safeParse(data);
  if (!read.success) return undefined;
  const { articles, place, inForce, depositary, parent, note, ...rest } = read.data;
  return {
    id,
    ...rest,
    articles: articles.map(({ heading, ...article }) => ({ ...article, ...(heading !== undefined && { heading }) })),
    ...(place !== undefined && { place }),
    ...(inForce !== undefined && { inForce }),
    ...(depositary !== undefined && { depositary }),
    ...(parent !== undefined && { parent }),
    ...(note !== undefined && { note }),
  };
}
