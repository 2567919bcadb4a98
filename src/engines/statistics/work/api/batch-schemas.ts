import * as z from 'zod';
import type { BatchAct, BatchSummary } from '../../list-batches.ts';
import { flowId } from './answers.ts';

export const severity = z.enum(['error', 'warning', 'info']);
export const batchStatus = z.enum(['staged', 'accepted', 'rejected', 'undone']);

const counts = {
  rows: z.int().openapi({ description: 'rows = observations + suppressed + rejected, always' }),
  observations: z.int(),
  suppressed: z.int(),
  rejected: z.int(),
};

export const importedFinding = z.object({
  rule: z.string(),
  severity,
  row: z.int().nullable(),
  column: z.string().nullable(),
  key: z.record(z.string(), z.string()),
  message: z.string(),
});

export const imported = z
  .object({
    import: z
      .uuid()
      .openapi({ description: 'Number of this import; /api/v1/statistics/imports/{import} tells about it.' }),
    batch: z.uuid().optional().openapi({ description: 'Absent after a dry run.' }),
    ...counts,
    findingsFound: z.int(),
    findings: z.array(importedFinding).openapi({ description: 'The first thousand, by row.' }),
  })
  .openapi('StatisticsImported');

export const run = z
  .object({
    import: z.uuid(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'interrupted']),
    flow: flowId,
    file: z.object({ name: z.string(), sha256: z.string(), size: z.int() }),
    dryRun: z.boolean(),
    rows: z.int().openapi({ description: 'Rows read so far.' }),
    begunAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    batch: z.uuid().optional(),
    problem: z.string().optional(),
  })
  .openapi('StatisticsImport');

const batchShape = {
  id: z.uuid(),
  flow: flowId,
  mapping: z.string(),
  mappingVersion: z.string().optional(),
  file: z.object({ name: z.string(), sha256: z.string() }),
  ...counts,
  status: batchStatus,
  importedAt: z.iso.datetime(),
  importedBy: z.string().openapi({ description: 'Id of the account, or “operator”.' }),
};
export const batch = z.object(batchShape).openapi('StatisticsBatch');

export const batchWithActs = z
  .object({
    ...batchShape,
    acts: z.array(
      z.object({
        act: z.enum(['accepted', 'rejected', 'undone']),
        at: z.iso.datetime(),
        by: z.string(),
        role: z.string(),
        note: z.string().optional(),
      }),
    ),
  })
  .openapi('StatisticsBatchWithActs');

export function asBatch({ importedAt, mappingVersion, ...rest }: BatchSummary): z.infer<typeof batch> {
  return {
    ...rest,
    ...(mappingVersion !== undefined && { mappingVersion }),
    importedAt: importedAt.toISOString(),
  };
}

export function asBatchWithActs(
  found: BatchSummary & { readonly acts: readonly BatchAct[] },
): z.infer<typeof batchWithActs> {
  const { acts, ...summary } = found;
  return {
    ...asBatch(summary),
    acts: acts.map(({ at, note, ...act }) => ({ ...act, at: at.toISOString(), ...(note !== undefined && { note }) })),
  };
}
