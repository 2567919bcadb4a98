import type { StreamLag } from '#kernel/streams/index.ts';
import type { Background } from './background.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\\n]/g, '')}"`;
/** A kind without the mark of the data folder, so that a series survives a move. */
const plain = (kind: string): string => kind.split('@')[0] ?? kind;

/** The work in the background as gauges; read from the database at each scrape, so that every server says the same. */
export async function backgroundGauges(background: Background): Promise<Readonly<Record<string, number>>> {
  const { running, workers, backlog, events, schedules, streams } = await background.state();
  const each = <T>(items: readonly T[], name: string, label: (item: T) => string, value: (item: T) => number) =>
    Object.fromEntries(items.map((item) => [`${name}{${label(item)}}`, value(item)]));
  const bySchedule = ({ name }: { name: string }): string => `schedule=${quoted(plain(name))}`;
  const bySubscriber = ({ name }: { name: string }): string => `subscriber=${quoted(name)}`;
  const byGroup = ({ stream, group }: StreamLag): string => `stream=${quoted(stream)},group=${quoted(group)}`;
  return {
    mandata_background_running: Number(running),
    'mandata_jobs{state="due"}': backlog.due,
    'mandata_jobs{state="later"}': backlog.later,
    'mandata_jobs{state="running"}': backlog.running,
    'mandata_jobs{state="failed"}': backlog.dead,
    mandata_jobs_oldest_due_seconds: backlog.oldestSeconds,
    ...each(
      workers,
      'mandata_worker_failures',
      ({ kind }) => `kind=${quoted(plain(kind))}`,
      ({ failures }) => failures,
    ),
    ...each(schedules, 'mandata_schedule_failed', bySchedule, ({ last }) => Number(last?.state === 'dead')),
    ...each(
      schedules,
      'mandata_schedule_last_run_seconds',
      bySchedule,
      ({ lastAt }) => (lastAt?.getTime() ?? 0) / 1000,
    ),
    ...each(events, 'mandata_events_behind', bySubscriber, ({ behind }) => behind),
    ...each(events, 'mandata_events_laid_aside', bySubscriber, ({ laidAside }) => laidAside),
    mandata_streams_answer: Number(streams.answers),
    ...each(streams.lag, 'mandata_stream_behind', byGroup, ({ behind }) => behind),
    ...each(streams.lag, 'mandata_stream_dead', byGroup, ({ dead }) => dead),
    mandata_audit_chain_broken: Number(
      schedules.some(({ kind, last }) => kind === 'audit.verify' && last?.state === 'dead'),
    ),
  };
}
