import { z } from 'zod';

/**
 * A dump is text, one JSON value a line: the head; for each table its name and columns, its rows as arrays of texts, its end with
 * count and hash; the sequences; and last the SHA-256 of every byte before. A dump without its last line is cut short.
 */
export const Head = z.object({
  mandata: z.literal('dump'),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.object({ id: z.string(), sha256: z.string() })),
});
export type Head = z.infer<typeof Head>;

export const TableStart = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
export const TableEnd = z.object({ end: z.string(), rows: z.number(), sha256: z.string() });
export const Sequences = z.object({
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable(), called: z.boolean() })),
});
export const Last = z.object({ sha256: z.string() });

/** What a dump holds, for the person who made or restored it. */
export interface DumpSummary {
  readonly head: Head;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  /** Of the whole dump but its last line. */
  readonly sha256: string;
}
