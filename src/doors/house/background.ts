import type { Message } from '#kernel/i18n/say.ts';
import { openEvents, type Events, type Lag } from '#kernel/events/index.ts';
import type { Backlog, ScheduleState, Worker, WorkerState } from '#kernel/jobs/index.ts';
import type { StreamLag, Streams } from '#kernel/streams/index.ts';
import { allListeners, allReaders, allWork } from './background-work.ts';
import type { House } from './open-house.ts';

/** A kind of work with how its worker fares. */
interface Worked extends WorkerState {
  readonly kind: string;
}

export interface BackgroundState {
  /** False in a command, and before the start. */
  readonly running: boolean;
  readonly workers: readonly Worked[];
  readonly backlog: Backlog;
  readonly events: readonly Lag[];
  readonly schedules: readonly ScheduleState[];
  readonly streams: { readonly kind: Streams['kind']; readonly answers: boolean; readonly lag: readonly StreamLag[] };
}

/** What a server does beside answering: workers of the queue, schedules, listeners of the outbox. */
export interface Background {
  /** Sets it all going, once. From then on it holds out by itself: what fails is tried again after growing pauses. */
  start(): Promise<void>;
  state(): Promise<BackgroundState>;
  /** What a kind of job is called on screen; undefined for one that this server does not do. */
  titleOf(kind: string): Message | undefined;
  /** Takes nothing more and waits `graceMilliseconds` for what is in hand; what is not done then comes again. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** `house` is asked for when the work begins. */
export function backgroundOf(house: () => House): Background {
  const workers = new Map<string, Worker>();
  const readers = new Map<string, Worker>();
  const titles = new Map<string, Message>();
  let events: Events | undefined;
  let stopped: Promise<void> | undefined;

  return {
    async start() {
      const { queue, log, database } = house();
      events = openEvents(database, { log });
      const streams = await house().streams();
      for (const work of allWork(house(), { events, streams })) {
        titles.set(work.kind, work.title);
        workers.set(work.kind, await work.start(queue));
      }
      for (const listener of allListeners(house())) await listener.start(events);
      for (const reader of allReaders(house())) readers.set(reader.name, await reader.start(streams));
      workers.set('schedules', queue.runSchedules());
      log.info('working in the background', { kinds: [...titles.keys()] });
    },
    async state() {
      const { queue } = house();
      const [backlog, schedules, lag, streams] = await Promise.all([
        queue.backlog(),
        queue.schedules(),
        events?.lag() ?? [],
        stateOf(await house().streams()),
      ]);
      const worked = [...workers, ...readers].map(([kind, worker]) => ({ kind, ...worker.state() }));
      if (events !== undefined) worked.push({ kind: 'events', ...events.trouble() });
      return {
        running: events !== undefined && stopped === undefined,
        workers: worked,
        backlog,
        schedules,
        events: lag,
        streams,
      };
    },
    titleOf: (kind) => titles.get(kind),
    stop: (graceMilliseconds) =>
      (stopped ??= Promise.all([
        house().queue.close(graceMilliseconds),
        events?.close(graceMilliseconds),
        ...[...readers.values()].map((reader) => reader.stop(graceMilliseconds)),
      ]).then(() => undefined)),
  };
}

/** A server of streams that is away is asked nothing further: each question would wait for it. */
async function stateOf(streams: Streams): Promise<BackgroundState['streams']> {
  const answers = await streams.answers();
  return { kind: streams.kind, answers, lag: answers ? await streams.lag() : [] };
}
