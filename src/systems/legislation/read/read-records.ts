import * as z from 'zod';
import { languages } from '#kernel/i18n/index.ts';
import type { RecordView } from '#engines/registers/index.ts';
import { coverages, relations, type CoverageEntry, type Law, type Provision, type Wording } from '../law/law.ts';
import { provisionKinds, type ProvisionKind } from '../akn/law-document.ts';

type Record_ = Pick<RecordView, 'id' | 'data' | 'demonstration'>;

/** Drops what is absent, so that an optional field is missing and not undefined. */
const kept = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // Only undefined values are taken out, and the type says no more than that.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const texts = z.partialRecord(z.enum(languages), z.string());

const lawSchema = z.object({
  name: texts,
  originalTitle: z.string().optional(),
  originalLanguage: z.string().optional(),
  transliteration: z.string().optional(),
  jurisdiction: z.string(),
  kind: z.string().default('act'),
  number: z.string().default(''),
  adopted: z.string(),
  inForce: z.string().optional(),
  repealed: z.string().optional(),
  amends: z.array(z.string()).default([]),
  gazette: z
    .object({ title: z.string().optional(), number: z.string().optional(), date: z.string().optional() })
    .optional(),
  versions: z.array(z.object({ language: z.string().optional(), kind: z.string().optional() })).default([]),
  verifiedByState: z.boolean().default(false),
});

/** A law as pages and documents use it. */
export interface LawRecord extends Law {
  readonly demonstration: boolean;
  readonly name: Wording;
  readonly originalTitle?: string;
  readonly originalLanguage?: string;
  readonly transliteration?: string;
  readonly kind: string;
  readonly number: string;
  readonly adopted: string;
  readonly amends: readonly string[];
  readonly gazette?: {
    readonly title?: string | undefined;
    readonly number?: string | undefined;
    readonly date?: string | undefined;
  };
  readonly versions: readonly { readonly language?: string | undefined; readonly kind?: string | undefined }[];
  readonly verifiedByState: boolean;
}

export interface ProvisionRecord extends Provision {
  readonly kind: ProvisionKind;
}

export interface CoverageRecord extends CoverageEntry {
  readonly reviewer: string;
  readonly note?: Wording;
}

export function readLawRecord({ id, data, demonstration }: Record_): LawRecord | undefined {
  const read = lawSchema.safeParse(data);
  return read.success ? { ...kept(read.data), key: id, demonstration } : undefined;
}

const provisionSchema = z.object({
  law: z.string(),
  eId: z.string(),
  number: z.string(),
  kind: z.enum(provisionKinds).catch('section'),
  heading: texts,
  wording: texts.default({}),
  order: z.number().default(0),
  from: z.string(),
  to: z.string().optional(),
});

export function readProvisionRecord({ id, data }: Record_): ProvisionRecord | undefined {
  const read = provisionSchema.safeParse(data);
  return read.success ? { ...kept(read.data), key: id } : undefined;
}

const coverageSchema = z.object({
  jurisdiction: z.string(),
  treaty: z.string(),
  article: z.string(),
  paragraph: z.string().optional(),
  provision: z.string().optional(),
  relation: z.enum(relations),
  coverage: z.enum(coverages),
  valid: z.object({ from: z.string().optional(), to: z.string().optional() }).default({}),
  reviewer: z.string().default(''),
  note: texts.optional(),
});

export function readCoverageRecord({ id, data }: Record_): CoverageRecord | undefined {
  const read = coverageSchema.safeParse(data);
  if (!read.success) return undefined;
  const { jurisdiction, valid, ...rest } = read.data;
  return { ...kept({ ...rest, ...valid }), key: id, state: jurisdiction };
}

const treatySchema = z.object({
  short: texts,
  articles: z
    .array(z.object({ number: z.string(), heading: texts.optional(), legislation: z.boolean().default(false) }))
    .default([]),
});

/** A treaty with those of its articles that ask States for legislation. */
export interface TreatyRecord {
  readonly id: string;
  readonly short: Wording;
  readonly articles: readonly { readonly number: string; readonly heading?: Wording }[];
}

export function readTreatyRecord({ id, data }: Record_): TreatyRecord | undefined {
  const read = treatySchema.safeParse(data);
  if (!read.success) return undefined;
  const articles = read.data.articles.filter(({ legislation }) => legislation);
  return {
    id,
    short: read.data.short,
    articles: articles.map(({ number, heading }) => ({ number, ...(heading !== undefined && { heading }) })),
  };
}
