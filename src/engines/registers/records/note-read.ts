import { appendRead } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import type { Loaded } from '../store/load-record.ts';

/** Notes in the audit log that records were read which are not for everyone, or closed parts of records that are; `id`: of the only one. */
export async function noteRead(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  read: readonly Loaded[],
  id?: string,
): Promise<void> {
  const audiences = new Set(read.flatMap(({ row, parts }) => [row.audience, ...parts.map(({ audience }) => audience)]));
  audiences.delete('public');
  const [closed] = audiences;
  if (closed === undefined) return;
  await appendRead(transaction, operationsOf(register).read, {
    actor: context.actor,
    resource: { audience: closed },
    subject: { kind: `register:${register.id}`, ...(id !== undefined && { id }) },
    details: { audiences: [...audiences].toSorted(), records: read.length },
  });
}
