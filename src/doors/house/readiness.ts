import { sql } from 'kysely';
import type { Readiness } from '#kernel/http/index.ts';
import type { BackgroundState } from './background.ts';
import type { House } from './open-house.ts';

/** Whether this server can answer: the database responds (its migrations ran at the start) and the index has caught up. */
export async function readinessOf({ database, search, background }: House): Promise<Readiness> {
  const answers = await sql`select 1`.execute(database.owner).then(
    () => true,
    () => false,
  );
  const { documents, caughtUp, behind, failing } = search.state();
  const { version, survivesPowerLoss } = database.facts;
  return {
    ready: answers && caughtUp,
    checks: {
      database: { answers, kind: database.kind, version, survivesPowerLoss },
      migrations: 'applied',
      search: { documents, caughtUp, behind, failing },
      ...(answers ? await background.state().then(inBrief, () => unknown) : unknown),
    },
  };
}

const unknown = { background: 'unknown', streams: 'unknown' };

/** Names and numbers only: everybody may ask. Trouble here is no reason to send readers to another server. */
function inBrief({ running, workers, backlog, events, streams }: BackgroundState) {
  const background = {
    running,
    workers: workers.length,
    failing: workers.filter(({ failures }) => failures > 0).map(({ kind }) => kind),
    jobs: { due: backlog.due, running: backlog.running, failed: backlog.dead, oldestSeconds: backlog.oldestSeconds },
    eventsBehind: Math.max(0, ...events.map(({ behind }) => behind)),
  };
  return { background, streams: { kind: streams.kind, answers: streams.answers } };
}
