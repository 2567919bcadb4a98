import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Handle } from '#kernel/database/index.ts';
import type { FlowDefinition } from '../definition.ts';
import type { BroughtCodes } from '../import/unodc-portal.ts';
import { portalFlow } from '../import/unodc-portal.ts';
import { tables } from './tables.ts';

const storedFlow = z.object({
  made: z.literal('unodc-portal'),
  codes: z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string() }))),
});

/** Definitions are the house's own, not a person's data: they are read as owner, by whoever asks. */
export async function findStoredFlow(database: Database, id: string): Promise<FlowDefinition | undefined> {
  const row = await tables(database.owner)
    .selectFrom('statistics_flows')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : portalFlow(id, storedFlow.parse(row.definition).codes);
}

export async function listStoredFlows(database: Database): Promise<readonly FlowDefinition[]> {
  const rows = await tables(database.owner)
    .selectFrom('statistics_flows')
    .select(['id', sql<string>`md5(definition::text)`.as('version')])
    .orderBy('id')
    .execute();
  const known = read.get(database) ?? new Map<string, { version: string; definition: FlowDefinition }>();
  read.set(database, known);
  const found: FlowDefinition[] = [];
  for (const { id, version } of rows) {
    const before = known.get(id);
    const definition = before?.version === version ? before.definition : await findStoredFlow(database, id);
    if (definition === undefined) continue;
    known.set(id, { version, definition });
    found.push(definition);
  }
  return found;
}

/** What has been read of a database: every request asks for the flows, and they seldom change. */
const read = new WeakMap<Database, Map<string, { version: string; definition: FlowDefinition }>>();

/** Stores a flow, or the codes it has grown by. Runs in the import's transaction. */
export async function storeFlow(
  transaction: Handle,
  id: string,
  codes: BroughtCodes,
  made: { at: Date; by: string },
): Promise<void> {
  const definition = JSON.stringify({ made: 'unodc-portal', codes });
  await tables(transaction)
    .insertInto('statistics_flows')
    .values({ id, definition, made_at: made.at, made_by: made.by })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ definition }))
    .execute();
}
