import type { JobState, ScheduleState } from '#kernel/jobs/index.ts';
import type { BackgroundDesk, BackgroundOverview, RunState } from '../web/index.ts';
import { forgetFailedJob, listFailedJobs, retryFailedJob } from './failed-jobs.ts';
import type { House } from './open-house.ts';

/** The work in the background as the administrator's page needs it. */
export function backgroundDeskOf(house: House): BackgroundDesk {
  const titleOf = (kind: string) => house.background.titleOf(kind) ?? kind;
  return {
    async look(actor) {
      const failed = await listFailedJobs(house, actor);
      const { backlog, schedules } = await house.background.state();
      return {
        waiting: backlog.due + backlog.later,
        running: backlog.running,
        oldestSeconds: backlog.oldestSeconds,
        schedules: schedules.map((each) => ({ title: titleOf(each.kind), ...shown(each) })),
        failed: failed.map(({ id, kind, finishedAt, createdAt, attempts, reason }) => ({
          id,
          title: titleOf(kind),
          failedAt: (finishedAt ?? createdAt).toISOString(),
          attempts,
          reason: reason ?? '',
        })),
      };
    },
    retry: (actor, id) => retryFailedJob(house, actor, id),
    forget: (actor, id) => forgetFailedJob(house, actor, id),
  };
}

const states: Readonly<Record<JobState['state'], RunState>> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  dead: 'failed',
};

function shown({
  name,
  cron,
  nextAt,
  lastAt,
  last,
}: ScheduleState): Omit<BackgroundOverview['schedules'][number], 'title'> {
  const words = last?.state === 'done' ? last.message : last?.reason;
  return {
    name,
    cron,
    nextAt: nextAt.toISOString(),
    ...(lastAt !== null && { lastAt: lastAt.toISOString() }),
    // A run whose job is forgotten was done: a failed one stays until somebody forgets it.
    state: last === null ? (lastAt === null ? 'never' : 'done') : states[last.state],
    ...(words !== null && words !== undefined && { words }),
  };
}
