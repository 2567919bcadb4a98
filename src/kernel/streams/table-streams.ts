import { sql } from 'kysely';
import type { DatabaseLog, OpenDatabase } from '#kernel/database/index.ts';
import type { Worker } from '#kernel/jobs/index.ts';
import { coalesce } from './coalesce.ts';
import { checkedName } from './define-stream.ts';
import { packed, type Packed } from './packed.ts';
import { runConsumer } from './run-consumer.ts';
import { deleteFinished, findDead, readLag, reviveDead } from './store/dead-messages.ts';
import { ensureGroup, findGroup, publishMessages } from './store/publish-messages.ts';
import type { Published, Streams } from './streams.ts';
import { tableSource } from './table-source.ts';

/** Messages of one write; more would only hold the lock longer. */
const mostAtOnce = 500;

/** Streams in the record's own database. */
export function tableStreams(database: OpenDatabase, { log }: { log: Pick<DatabaseLog, 'warn'> }): Streams {
  const { owner } = database;
  const workers = new Set<Worker>();
  const writers = new Map<string, ReturnType<typeof coalesce<Packed, Published>>>();
  const writerOf = (stream: string) => {
    const known = writers.get(stream);
    if (known !== undefined) return known;
    const made = coalesce<Packed, Published>(async (messages) => {
      const fresh = await publishMessages(owner, stream, messages);
      // Of two with one id in one write, one is new.
      const told = new Set<string>();
      return messages.map(({ id }) => ({ id, fresh: fresh.has(id) && !told.has(id) && told.add(id).has(id) }));
    }, mostAtOnce);
    writers.set(stream, made);
    return made;
  };

  return {
    kind: 'database',
    publish: (stream, message, options = {}) =>
      Promise.resolve().then(() => writerOf(stream.name).add(packed(stream, { message, ...options }))),
    async publishAll(stream, messages) {
      const all = messages.map((each) => packed(stream, each));
      return Promise.all(all.map((each) => writerOf(stream.name).add(each)));
    },
    async consume(stream, group, handle, { batch = 100, concurrency = 1 } = {}) {
      const consumer = await ensureGroup(owner, stream.name, checkedName(group));
      const source = await tableSource(database, consumer, stream);
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
    lag: () => readLag(owner),
    async dead(stream, group, limit = 100) {
      const consumer = await findGroup(owner, stream.name, group);
      return consumer === undefined ? [] : findDead(owner, consumer, limit);
    },
    async retryDead(stream, group, id) {
      const consumer = await findGroup(owner, stream.name, group);
      return consumer !== undefined && reviveDead(owner, stream.name, consumer, id);
    },
    answers: () =>
      sql`select 1`.execute(owner).then(
        () => true,
        () => false,
      ),
    forget: (before) => deleteFinished(owner, before),
    async close(graceMilliseconds) {
      await Promise.all([...workers].map((worker) => worker.stop(graceMilliseconds)));
      await Promise.all([...writers.values()].map((writer) => writer.settled()));
    },
  };
}
