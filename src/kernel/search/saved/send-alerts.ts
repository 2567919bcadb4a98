import { sql } from 'kysely';
import * as z from 'zod';
import { say, type Message } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import type { SearchHit } from '../answer.ts';
import { runSaved } from './run-saved.ts';
import type { SavedRow, SavedSearchContext } from './saved-search.ts';

const shown = 20;
const every = z.enum(['daily', 'weekly']);
type Every = z.infer<typeof every>;

/** Each day and each week: letters about what is new in saved searches. */
export const searchAlerts = (context: SavedSearchContext): Work =>
  defineWork<Every>({
    kind: defineJob<Every>({ name: 'search.alerts', payload: every }),
    title: say('Send letters about saved searches'),
    schedules: [
      { name: 'search.alerts.daily', cron: '0 5 * * *', payload: 'daily' },
      { name: 'search.alerts.weekly', cron: '30 5 * * 1', payload: 'weekly' },
    ],
    handle: ({ payload }) => sendAlerts(context, payload),
  });

/**
 * Writes to each account with something new in a saved search, as it may read at this moment; where nothing is new, nothing is sent.
 * One letter that fails holds up no other, and all that failed are tried again with the job.
 */
export async function sendAlerts(context: SavedSearchContext, kind: Every): Promise<void> {
  if (!context.search.state().caughtUp) throw new Error('The search index has not caught up; the alerts wait for it.');
  const { owner } = context.database;
  const { rows } = await sql<SavedRow>`select id, account, name, query, language, alert, feed, told_until
    from saved_searches where alert = ${kind} order by id`.execute(owner);
  const failures: unknown[] = [];
  for (const saved of rows) {
    try {
      const until = context.clock();
      if (!(await sendOne(context, saved, until))) continue;
      await sql`update saved_searches set told_until = ${until} where id = ${saved.id}`.execute(owner);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} letters about saved searches were not sent.`);
}

async function sendOne(context: SavedSearchContext, saved: SavedRow, until: Date): Promise<boolean> {
  const actor = await context.actorOf(saved.account);
  if (actor === undefined) return false;
  const published = { after: saved.told_until, until };
  const { total, hits } = runSaved(context, saved, actor, { size: shown, published });
  if (total === 0) return false;
  const { language, name } = saved;
  await context.mail.send({
    to: actor.email,
    language,
    subject: say('New for your search “{name}”', { name }),
    paragraphs: [
      say('{count, plural, one {One new result} other {# new results}} for your search “{name}”.', {
        count: total,
        name,
      }),
      ...hits.map((hit) => lineOf(hit, `${context.origin}/${language}${hit.path}`)),
      say('You get this letter because you asked for it. You can change that on the page of your saved searches.'),
    ],
    link: `${context.origin}/${language}/account/searches`,
  });
  return true;
}

const lineOf = ({ title }: SearchHit, address: string): Message => say('{title}: {address}', { title, address });
