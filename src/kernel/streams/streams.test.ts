import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { z } from 'zod';
import { addressOf, databasesUnderTest, silent } from '#kernel/database/testing.ts';
import { GiveUp, type Worker } from '#kernel/jobs/index.ts';
import { defineStream, openStreams, streamsMigrations, type Streams, type StreamKind } from './index.ts';
import { natsStreams } from './nats-streams.ts';
import { aNatsServer, noNats, type TestNats } from './testing/a-nats-server.ts';
import { documents, hastyDocuments } from './testing/documents.ts';

async function until<T>(find: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 6000; tries += 1) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await wait(10);
  }
  throw new Error(`never came: ${find.toString()}`);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface BackEnd {
  readonly streams: Streams;
  /** Where another process finds it. */
  readonly address: () => Promise<string>;
  readonly nats?: TestNats;
  /** Removes every message and group. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const backEnds: readonly { name: string; skip: string | false; open: () => Promise<BackEnd> }[] = [
  ...databasesUnderTest.map(({ name, skip, open }) => ({
    name,
    skip,
    open: async (): Promise<BackEnd> => {
      const database = await open(streamsMigrations);
      const streams = await openStreams(database, { log: silent });
      return {
        streams,
        address: () => (name === 'the private PostgreSQL' ? addressOf(database) : Promise.resolve('')),
        empty: async () =>
          void (await sql`delete from stream_messages; delete from stream_groups`.execute(database.owner)),
        close: async () => {
          await streams.close();
          await database.close();
        },
      };
    },
  })),
  {
    name: 'NATS JetStream',
    skip: noNats,
    open: async () => {
      const nats = await aNatsServer();
      const streams = await natsStreams(nats.url, { log: silent });
      const { openNats } = await import('./open-nats.ts');
      const { manager, connection } = await openNats(nats.url);
      return {
        streams,
        nats,
        address: async () => nats.url,
        // The stream stays, so that what the streams know of it stays true; ids of earlier tests do not come again.
        empty: async () => {
          for await (const { config } of manager.streams.list()) {
            await manager.streams.purge(config.name);
            for await (const { name } of manager.consumers.list(config.name))
              await manager.consumers.delete(config.name, name);
          }
        },
        close: async () => {
          await streams.close();
          await connection.close();
          await nats.close();
        },
      };
    },
  },
];

let last = 0;
/** Messages that no test has sent before. */
const some = (count: number, text?: string): { message: { n: number; text?: string } }[] =>
  Array.from({ length: count }, () => ({ message: { n: (last += 1), ...(text !== undefined && { text }) } }));

for (const { name, skip, open } of backEnds) {
  describe(`streams in ${name}`, { skip, timeout: 240_000 }, () => {
    let backEnd: BackEnd;
    let streams: Streams;
    const workers: Worker[] = [];
    before(async () => {
      backEnd = await open();
      ({ streams } = backEnd);
    });
    beforeEach(async () => {
      for (const worker of workers.splice(0)) await worker.stop();
      await backEnd.empty();
    });
    after(() => backEnd?.close());
    const consume: Streams['consume'] = async (...given) => {
      const worker = await streams.consume(...given);
      workers.push(worker);
      return worker;
    };
    /** A group that writes down the numbers it was given. */
    const reader = async (group: string, stream: StreamKind<{ n: number }> = documents): Promise<number[]> => {
      const read: number[] = [];
      await consume(stream, group, async ({ message }) => void read.push(message.n), { concurrency: 3 });
      return read;
    };
    const lagOf = async (group: string) => (await streams.lag()).find((each) => each.group === group);
    const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
    const numbersOf = (messages: readonly { message: { n: number } }[]): number[] =>
      messages.map(({ message }) => message.n);

    it('give each message to each group, also to one that begins later', async () => {
      const first = some(30);
      const search = await reader('search');
      await streams.publishAll(documents, first);
      await until(() => search.length === 30);
      const extract = await reader('extract');
      await until(() => extract.length === 30);
      const second = some(5);
      await streams.publishAll(documents, second);
      await until(() => search.length === 35 && extract.length === 35);
      const sent = numbersOf([...first, ...second]);
      assert.deepEqual([sorted(search), sorted(extract)], [sent, sent]);
      await until(async () => (await lagOf('search'))?.behind === 0 && (await lagOf('extract'))?.behind === 0);
    });

    it('keep a message that is sent again once: by its content, or by the id given', async () => {
      const read = await reader('search');
      const [one, other] = some(2);
      assert.ok(one && other);
      const answers = await Promise.all([1, 2, 3].map(() => streams.publish(documents, one.message)));
      assert.equal(answers.filter(({ fresh }) => fresh).length, 1);
      assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
      const id = `https://example.org/${other.message.n}`;
      assert.deepEqual(await streams.publish(documents, other.message, { id }), { id, fresh: true });
      assert.deepEqual(await streams.publish(documents, { n: -1 }, { id }), { id, fresh: false });
      assert.deepEqual((await streams.publish(documents, one.message)).fresh, false);
      await until(() => read.length === 2);
      const [after] = some(1);
      await streams.publish(documents, after?.message ?? { n: 0 });
      await until(() => read.length === 3);
      assert.deepEqual(sorted(read), sorted([one.message.n, other.message.n, after?.message.n ?? 0]));
    });

    it('give a message again after a failure, then lay it aside with its reason, and give it once more on request', async () => {
      const tries: [number, number][] = [];
      let good = false;
      const messages = some(3);
      const [, bad = 0] = numbersOf(messages);
      await consume(documents, 'extract', async ({ message, delivery }) => {
        tries.push([message.n, delivery]);
        if (message.n === bad && !good) throw new Error('The encoding is unknown.');
      });
      await streams.publishAll(documents, messages);
      const letter = await until(async () => (await streams.dead(documents, 'extract'))[0]);
      assert.deepEqual([letter.message, letter.deliveries, letter.reason], [{ n: bad }, 3, 'The encoding is unknown.']);
      assert.deepEqual(
        tries.filter(([n]) => n === bad),
        [
          [bad, 1],
          [bad, 2],
          [bad, 3],
        ],
      );
      assert.equal(tries.length, 5);
      await until(async () => (await lagOf('extract'))?.behind === 0);
      assert.equal((await lagOf('extract'))?.dead, 1);
      good = true;
      assert.equal(await streams.retryDead(documents, 'extract', letter.id), true);
      await until(() => tries.length === 6);
      assert.deepEqual(tries.at(-1), [bad, 1]);
      assert.deepEqual(await streams.dead(documents, 'extract'), []);
      assert.equal(await streams.retryDead(documents, 'extract', letter.id), false);
      assert.deepEqual(await streams.dead(documents, 'nobody'), []);
    });

    it('lay aside at once what a worker gives up, and what does not fit', async () => {
      const [hopeless] = some(1);
      await consume(documents, 'extract', () => Promise.reject(new GiveUp('It is no document.')));
      await streams.publish(documents, hopeless?.message ?? { n: 0 });
      await streams.publish(defineStream({ name: documents.name, message: z.string() }), `${last} is text`);
      const letters = await until(async () => {
        const found = await streams.dead(documents, 'extract');
        return found.length === 2 && found;
      });
      const reasons = letters.map(({ reason, deliveries }) => [reason.slice(0, 20), deliveries]).sort();
      assert.deepEqual(reasons, [
        ['It is no document.', 1],
        ['The message does not', 1],
      ]);
    });

    it('take a message from a worker whose time is up', async (test) => {
      // The signal must hold also while memory is being cleared away.
      const clearing = setInterval(collectGarbage, 20);
      test.after(() => clearInterval(clearing));
      const [slow] = some(1);
      const seen: { delivery: number; aborted: () => boolean }[] = [];
      await consume(hastyDocuments, 'extract', async ({ delivery, signal }) => {
        seen.push({ delivery, aborted: () => signal.aborted });
        if (delivery === 1) await new Promise(() => undefined);
      });
      await streams.publish(hastyDocuments, slow?.message ?? { n: 0 });
      await until(() => seen.some(({ delivery }) => delivery === 2));
      await until(() => seen[0]?.aborted());
      await until(async () => (await lagOf('extract'))?.behind === 0);
    });

    it('leave with a worker what waits there for its turn, however long', async () => {
      const messages = some(6);
      const seen: number[] = [];
      const handle = async ({ message, delivery }: { message: { n: number }; delivery: number }): Promise<void> => {
        seen.push(message.n);
        assert.equal(delivery, 1);
        await wait(1000);
      };
      await streams.publishAll(documents, messages);
      // One after the other they take six seconds, longer than the time limit of one.
      await consume(documents, 'extract', handle, { batch: 20 });
      await until(() => seen.length === 6);
      const other = await reader('extract');
      await until(async () => (await lagOf('extract'))?.behind === 0);
      assert.deepEqual([sorted(seen), other], [numbersOf(messages), []]);
    });

    it('handle as many at the same time as was said, and no more', async () => {
      let now = 0;
      let most = 0;
      const gate = Promise.withResolvers<void>();
      await streams.publishAll(documents, some(12));
      let done = 0;
      await consume(
        documents,
        'extract',
        async () => {
          now += 1;
          most = Math.max(most, now);
          if (now === 4) gate.resolve();
          await gate.promise;
          await wait(5);
          now -= 1;
          done += 1;
        },
        { concurrency: 4 },
      );
      await until(() => done === 12);
      assert.equal(most, 4);
    });

    it('wait at a stop for what is in hand, and give back what is not begun', async () => {
      const messages = some(5);
      await streams.publishAll(documents, messages);
      const gate = Promise.withResolvers<void>();
      const begun: number[] = [];
      const worker = await streams.consume(documents, 'extract', async ({ message }) => {
        begun.push(message.n);
        await gate.promise;
      });
      await until(() => begun.length === 1);
      const stopped = worker.stop();
      gate.resolve();
      await stopped;
      assert.equal(begun.length, 1);
      const rest = await reader('extract');
      await until(() => new Set(rest).size === 4);
      assert.deepEqual(sorted([...begun, ...new Set(rest)]), numbersOf(messages));
    });

    it('refuse what is too large, or badly named, before anything is sent', async () => {
      await assert.rejects(streams.publish(documents, { n: 0, text: 'x'.repeat(1_000_000) }), {
        name: 'Problem',
        kind: 'too-large',
      });
      await assert.rejects(streams.publish(documents, { n: 0 }, { id: 'two\nlines' }), /1 to 200 characters/);
      await assert.rejects(
        streams.consume(documents, 'no group', async () => undefined),
        /no name of a stream or group/,
      );
      await streams.publish(documents, { n: (last += 1), text: 'x'.repeat(990_000) });
    });

    it('pass 4,000 messages of 2 KB through two workers without losing or doubling one', async (test) => {
      const messages = some(4000, 'x'.repeat(2000));
      const started = performance.now();
      await streams.publishAll(documents, messages);
      const sent = performance.now();
      const seen: number[] = [];
      for (let n = 0; n < 2; n += 1)
        await consume(documents, 'extract', async ({ message }) => void seen.push(message.n), {
          batch: 200,
          concurrency: 10,
        });
      await until(() => seen.length >= 4000);
      const ended = performance.now();
      await until(async () => (await lagOf('extract'))?.behind === 0);
      assert.deepEqual(sorted(seen), numbersOf(messages));
      const rate = (from: number, to: number): number => Math.round(4_000_000 / (to - from));
      test.diagnostic(`published ${rate(started, sent)} a second, read ${rate(sent, ended)} a second`);
    });

    it(
      'lose nothing when workers are killed',
      { skip: name === 'PGlite' || name === 'a named server' ? 'needs a server' : false },
      async (test) => {
        const messages = some(600);
        const published = await streams.publishAll(documents, messages);
        const script = new URL('testing/a-consumer.ts', import.meta.url).pathname;
        const finished: string[] = [];
        const aWorker = async (): Promise<() => Promise<void>> => {
          const kind = name === 'NATS JetStream' ? 'nats' : 'database';
          const child = spawn(process.execPath, [script, kind, await backEnd.address()], {
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          test.after(() => child.kill('SIGKILL'));
          createInterface({ input: child.stdout }).on('line', (id) => finished.push(id));
          await once(child.stdout, 'data');
          return async () => {
            const ended = once(child, 'exit');
            child.kill('SIGKILL');
            await ended;
          };
        };
        for (let kill = 0; kill < 2; kill += 1) {
          const end = await aWorker();
          await end();
        }
        const end = await aWorker();
        await until(async () => (await lagOf('readers'))?.behind === 0);
        await end();
        const told = new Set(finished);
        assert.deepEqual(
          published.filter(({ id }) => !told.has(id)),
          [],
        );
        test.diagnostic(`2 workers killed: 600 messages done, ${finished.length - told.size} of them twice`);
      },
    );
  });
}

describe('streams in NATS JetStream, when its server is killed', { skip: noNats, timeout: 120_000 }, () => {
  let nats: TestNats;
  before(async () => {
    nats = await aNatsServer();
  });
  after(() => nats?.close());

  it('lose no message that they said they keep, and double none in the stream', async (test) => {
    const streams = await natsStreams(nats.url, { log: silent });
    test.after(() => streams.close(0));
    const kept = new Set<string>();
    const half = Promise.withResolvers<void>();
    const read = new Map<string, number>();
    await streams.consume(documents, 'extract', async ({ id }) => void read.set(id, (read.get(id) ?? 0) + 1), {
      concurrency: 5,
    });
    const messages = some(3000, 'x'.repeat(2000));
    const publishing = Promise.all(
      Array.from({ length: 20 }, async (_, lane) => {
        for (let n = lane; n < messages.length; n += 20) {
          kept.add((await streams.publish(documents, messages[n]?.message ?? { n: 0 })).id);
          if (kept.size === 500) half.resolve(nats.kill());
        }
      }),
    );
    await half.promise;
    assert.equal(await streams.answers(), false);
    const before = kept.size;
    await nats.restart();
    await publishing;
    assert.ok(before < 3000, 'the server was killed in the middle');
    assert.equal(kept.size, 3000);
    await until(async () => (await streams.lag())[0]?.behind === 0);
    assert.deepEqual(
      [...kept].filter((id) => !read.has(id)),
      [],
    );
    assert.equal(read.size, 3000, 'nothing came that was not sent');
    assert.equal(await streams.answers(), true);
    test.diagnostic(
      `killed after ${before} of 3,000; ${[...read.values()].filter((times) => times > 1).length} read twice`,
    );
  });

  it('cannot be opened while the server is away, and say so in one sentence', async () => {
    await nats.kill();
    await assert.rejects(
      natsStreams(nats.url.replace('//', '//user:secret-word@'), { log: silent }),
      (error: Error) => {
        assert.match(
          error.message,
          /^NATS_URL names 127\.0\.0\.1:\d+, which cannot be reached: .*\. Start it, or leave NATS_URL out/,
        );
        assert.doesNotMatch(error.message, /secret-word/);
        return true;
      },
    );
  });
});
