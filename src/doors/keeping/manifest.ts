import * as z from 'zod';

/** Name of the entries of a backup that are not files of the data folder. */
export const databaseEntry = 'database.jsonl';
export const manifestEntry = 'manifest.json';

/** Parts of the data folder that a backup holds; everything else can be made from them or belongs to a running server. */
export const keptParts = ['statistics/batches', 'statistics/releases', 'files', 'mailbox'] as const;
export const keptFiles = ['audit/head.json', 'secret', 'demonstration', 'error-reports.jsonl'] as const;

/** Last entry of a backup: every other entry with size and hash, so that a restore can tell that nothing is missing or changed. */
export const manifestSchema = z.object({
  product: z.literal('mandata'),
  format: z.literal(1),
  version: z.string(),
  made: z.iso.datetime(),
  entries: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string().length(64) })),
});
export type Manifest = z.infer<typeof manifestSchema>;
