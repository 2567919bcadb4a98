import { appendRead } from '#kernel/audit/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { findBatch, noSuchBatch } from './store/batches.ts';

export interface OriginalFile {
  /** As the person who sent it in called it. */
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  content(): AsyncIterable<Uint8Array>;
}

/** The file of a batch as it was sent in, for those who work with batches; each reading is in the audit log. `not-found` for a batch the actor may not see. */
export async function openOriginalFile(context: StatisticsContext, batch: string): Promise<OriginalFile> {
  authorize(context.actor, statisticsOperations.original);
  const row = await context.database.as(context.actor, async (transaction) => {
    const found = await findBatch(transaction, batch);
    if (found === undefined) throw noSuchBatch(batch);
    await appendRead(transaction, statisticsOperations.original, {
      actor: context.actor,
      subject: { kind: 'statistics-batch', id: batch },
      details: { sha256: found.file_sha256 },
    });
    return found;
  });
  const { size, content } = await context.files.open(row.file_sha256);
  return { name: row.file_name, sha256: row.file_sha256, size, content };
}
