import type { Message } from '#kernel/i18n/say.ts';
import type { JobKind } from './define-job.ts';
import type { Job, Queue, Worker, WorkOptions } from './queue.ts';

/** Work that a server does by itself. Kernel and engines hand theirs to the house, which keeps one list, as of migrations. */
export interface Work {
  /** Name of its kind of job. */
  readonly kind: string;
  /** What an administrator reads about it. */
  readonly title: Message;
  /** Names of its schedules. */
  readonly schedules: readonly string[];
  /** Sets its schedules and begins to take its jobs. */
  start(queue: Queue): Promise<Worker>;
}

/** A kind of job with who does it and, where it comes by itself, when. A schedule without a name is called as its kind. */
export function defineWork<P>(work: {
  readonly kind: JobKind<P>;
  readonly title: Message;
  readonly handle: (job: Job<P>) => Promise<void>;
  readonly options?: WorkOptions;
  readonly schedules?: readonly { readonly name?: string; readonly cron: string; readonly payload: P }[];
}): Work {
  const { kind, title, handle, options } = work;
  const schedules = (work.schedules ?? []).map((schedule) => ({ name: kind.name, kind, ...schedule }));
  return {
    kind: kind.name,
    title,
    schedules: schedules.map(({ name }) => name),
    async start(queue) {
      for (const schedule of schedules) await queue.schedule(schedule);
      return queue.work(kind, handle, options);
    },
  };
}
