import * as z from 'zod';
import type { Database } from '#kernel/database/index.ts';
import { languages, type Language } from '#kernel/i18n/index.ts';
import type { Mail } from '#kernel/mail/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import type { Search } from '../open-search.ts';

const bound = z.union([z.number(), z.string().max(40)]);
const values = z.array(z.string().max(200)).max(50);

/** What is searched for again and again; without page or reader. */
export const savedQuerySchema = z.object({
  text: z.string().max(1000),
  kind: z.string().max(60).exactOptional(),
  filters: z.record(z.string().max(60), values).exactOptional(),
  ranges: z
    .record(z.string().max(60), z.object({ from: bound.exactOptional(), to: bound.exactOptional() }))
    .exactOptional(),
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

export const alerts = ['never', 'daily', 'weekly'] as const;
export type Alert = (typeof alerts)[number];

export const newSearchSchema = z.object({
  name: z.string().trim().min(1).max(120),
  query: savedQuerySchema,
  language: z.enum(languages),
  alert: z.enum(alerts),
});
export type NewSearch = z.infer<typeof newSearchSchema>;

export interface SavedSearch extends NewSearch {
  readonly id: string;
  /** Address of its Atom feed, without origin; whoever has it reads what the account may read then. */
  readonly feed: string;
}

export interface SavedSearchContext {
  readonly database: Database;
  readonly clock: () => Date;
  /** The house's, from which the feeds' addresses are made. */
  readonly secret: string;
  readonly origin: string;
  readonly search: Pick<Search, 'find' | 'state'>;
  readonly mail: Mail;
  /** The account as it may act now; undefined when it is closed or gone. */
  readonly actorOf: (account: string) => Promise<AccountActor | undefined>;
}

/** A row of saved_searches. */
export interface SavedRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly query: unknown;
  readonly language: Language;
  readonly alert: Alert;
  readonly feed: number;
  readonly told_until: Date;
}
