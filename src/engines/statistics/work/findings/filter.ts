import * as z from 'zod';

export const standings = ['open', 'answered', 'to-be-corrected', 'accepted-as-is'] as const;
/** How a finding stands: nobody wrote, somebody did, or what the office decided. */
export type Standing = (typeof standings)[number];

export const sorts = ['severity', 'row', 'area', 'period', 'rule', 'newest'] as const;
export type SortColumn = (typeof sorts)[number];

export interface WorkFilter {
  readonly flow?: string;
  readonly batch?: string;
  readonly rule?: string;
  readonly severity?: 'error' | 'warning' | 'info';
  /** Code of a country, part or aggregate, as in the data. */
  readonly area?: string;
  /** Four digits. */
  readonly year?: string;
  readonly standing?: Standing;
  /** ISO 3166-1 alpha-3 of the State that can answer. */
  readonly state?: string;
  /** Part of the finding's English wording, or of its series. */
  readonly text?: string;
  /** Also findings of batches that were turned down or taken back. */
  readonly all?: boolean;
}

export interface Sort {
  readonly by: SortColumn;
  readonly down: boolean;
}

const word = z.string().trim().min(1).max(200);
/** The filter's fields as an address gives them. */
export const filterFields = {
  flow: word.optional(),
  batch: z.uuid().optional(),
  rule: word.optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  area: word.optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  standing: z.enum(standings).optional(),
  state: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  text: word.optional(),
};

/** Reads a filter from an address; a field that makes no sense is left out, as a shared address may be older than the page. */
export function readFilter(query: Readonly<Record<string, string>>): WorkFilter {
  const read: { [name: string]: unknown } = {};
  for (const [name, schema] of Object.entries(filterFields)) {
    const parsed = schema.safeParse(query[name]);
    if (parsed.success && parsed.data !== undefined) read[name] = parsed.data;
  }
  if (query['all'] === '1') read['all'] = true;
  // Each field went through its own schema above.
  return read;
}

export function readSort(text: string | undefined): Sort {
  const down = text?.startsWith('-') === true;
  const by = sorts.find((each) => each === (down ? text?.slice(1) : text));
  return by === undefined ? { by: 'severity', down: false } : { by, down };
}
