import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseLog } from '#kernel/database/index.ts';
import type { Worker } from '#kernel/jobs/index.ts';
import { checkedName, type StreamKind } from './define-stream.ts';
import { readDeadLetters, reviveDeadLetter } from './nats-dead-letters.ts';
import { deadStream, deadSubjectOf, streamPrefix, subjectOf } from './nats-names.ts';
import { natsSource } from './nats-source.ts';
import { ensureConsumer, ensureDeadStream, ensureStream } from './nats-stores.ts';
import { openNats } from './open-nats.ts';
import { packed, type Packed } from './packed.ts';
import { publishToNats } from './publish-to-nats.ts';
import { runConsumer } from './run-consumer.ts';
import type { Published, StreamLag, Streams } from './streams.ts';

/** Messages on their way to the server at the same time. */
const mostOnTheWay = 500;

/** Streams in NATS JetStream, for many workers on many machines. Refuses a server that cannot be reached. */
export async function natsStreams(natsUrl: string, { log }: { log: Pick<DatabaseLog, 'warn'> }): Promise<Streams> {
  const nats = await openNats(natsUrl);
  const { connection, manager } = nats;
  await ensureDeadStream(nats);
  const workers = new Set<Worker>();
  const ensured = new Map<string, Promise<void>>();
  const ready = (stream: Pick<StreamKind<unknown>, 'name'>): Promise<void> => {
    const known = ensured.get(stream.name);
    if (known !== undefined) return known;
    const made = ensureStream(nats, stream).catch((error: unknown) => {
      ensured.delete(stream.name);
      throw error;
    });
    ensured.set(stream.name, made);
    return made;
  };
  const send = async (stream: Pick<StreamKind<unknown>, 'name'>, message: Packed): Promise<Published> => {
    await ready(stream);
    return publishToNats(nats, { subject: subjectOf(stream), ...message });
  };

  return {
    kind: 'nats',
    publish: async (stream, message, options = {}) => send(stream, packed(stream, { message, ...options })),
    async publishAll(stream, messages) {
      const all = messages.map((each) => packed(stream, each));
      const published: Published[] = [];
      let at = 0;
      const lane = async (): Promise<void> => {
        for (let n = at++; n < all.length; n = at++) {
          const message = all[n];
          if (message !== undefined) published[n] = await send(stream, message);
        }
      };
      await Promise.all(Array.from({ length: Math.min(mostOnTheWay, all.length) }, lane));
      return published;
    },
    async consume(stream, group, handle, { batch = 100, concurrency = 1 } = {}) {
      await ready(stream);
      await ensureConsumer(nats, stream, checkedName(group));
      const source = natsSource(nats, stream, group);
      const warn = (trouble: object): void =>
        log.warn('A worker could not reach its stream; it tries again.', { stream: stream.name, group, ...trouble });
      const running = runConsumer({ stream, handle, source, batch, concurrency, warn });
      const worker: Worker = {
        state: () => running.state(),
        async stop(graceMilliseconds) {
          await running.stop(graceMilliseconds);
          workers.delete(worker);
        },
      };
      workers.add(worker);
      return worker;
    },
    async lag() {
      const { state } = await manager.streams.info(deadStream, { subjects_filter: '>' });
      const lags: StreamLag[] = [];
      for await (const { config } of manager.streams.list()) {
        if (!config.name.startsWith(streamPrefix)) continue;
        const stream = config.description ?? config.name;
        for await (const { name, config: its, num_pending, num_ack_pending } of manager.consumers.list(config.name)) {
          const group = its.description ?? name;
          const dead = state.subjects?.[deadSubjectOf({ name: stream }, group)] ?? 0;
          lags.push({ stream, group, behind: num_pending + num_ack_pending, dead });
        }
      }
      return lags.sort((a, b) => (`${a.stream} ${a.group}` < `${b.stream} ${b.group}` ? -1 : 1));
    },
    dead: (stream, group, limit = 100) => readDeadLetters(nats, stream, group, limit),
    retryDead: (stream, group, id) => reviveDeadLetter(nats, stream, group, id),
    answers: () =>
      Promise.race([
        connection.flush().then(
          () => true,
          () => false,
        ),
        pause(1000, false, { ref: false }),
      ]),
    forget: async () => 0,
    async close(graceMilliseconds) {
      await Promise.all([...workers].map((worker) => worker.stop(graceMilliseconds)));
      await connection.close();
    },
  };
}
