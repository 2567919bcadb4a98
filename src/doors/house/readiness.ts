import { sql } from 'kysely';
import type { Readiness } from '#kernel/http/index.ts';
import type { House } from './open-house.ts';

/** Whether this server can answer: the database responds (its migrations ran at the start) and the index has caught up. */
export async function readinessOf({ database, search }: House): Promise<Readiness> {
  const answers = await sql`select 1`.execute(database.owner).then(
    () => true,
    () => false,
  );
  const { documents, caughtUp } = search.state();
  const { version, survivesPowerLoss } = database.facts;
  return {
    ready: answers && caughtUp,
    checks: {
      database: { answers, kind: database.kind, version, survivesPowerLoss },
      migrations: 'applied',
      search: { documents, caughtUp },
    },
  };
}
