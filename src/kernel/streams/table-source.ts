import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { coalesce } from './coalesce.ts';
import type { StreamKind } from './define-stream.ts';
import type { Source } from './run-consumer.ts';
import { markDead } from './store/dead-messages.ts';
import { streamsChannel } from './store/publish-messages.ts';
import {
  markAgain,
  markDone,
  releaseMessages,
  renewMessages,
  takeMessages,
  type Taken,
} from './store/take-messages.ts';

/** How often a worker looks without being called, for what is due again and for a call that was lost. */
const pollMilliseconds = 1000;

/** What the database gives one worker of a group, under a lease of its own. */
export async function tableSource(
  database: OpenDatabase,
  consumer: number,
  stream: Pick<StreamKind<unknown>, 'name' | 'timeLimitSeconds'>,
): Promise<Source<Taken>> {
  const { owner } = database;
  const lease = randomUUID();
  const seconds = stream.timeLimitSeconds;
  let called = Promise.withResolvers<void>();
  let calls = 0;
  const unlisten = await database.listen(streamsChannel, (name) => {
    if (name !== stream.name) return;
    calls += 1;
    called.resolve();
  });
  const finished = coalesce<number, void>(async (messages) => {
    await markDone(owner, consumer, lease, messages);
    return [];
  }, 1000);
  let seen = 0;
  return {
    async fetch(room, give) {
      seen = calls;
      for (const taken of await takeMessages(owner, consumer, { room, lease, seconds })) give(taken);
    },
    async idle() {
      // A call that came since the last look is not waited for again.
      if (calls !== seen) return;
      called = Promise.withResolvers();
      const timer = setTimeout(() => called.resolve(), pollMilliseconds);
      await called.promise;
      clearTimeout(timer);
    },
    renew: (held) => renewMessages(owner, consumer, lease, { messages: held.map(({ seq }) => seq), seconds }),
    done: ({ seq }) => void finished.add(seq).catch(() => undefined),
    again: ({ seq }, _reason, pauseSeconds) => markAgain(owner, consumer, lease, { message: seq, pauseSeconds }),
    dead: ({ seq }, reason) => markDead(owner, consumer, lease, { message: seq, reason }),
    async release(deliveries) {
      const messages = deliveries.map(({ seq }) => seq);
      if (messages.length > 0) await releaseMessages(owner, consumer, lease, messages);
    },
    wake: () => called.resolve(),
    async end() {
      await finished.settled();
      await unlisten();
    },
  };
}
