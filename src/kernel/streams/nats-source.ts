import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { setTimeout as pause } from 'node:timers/promises';
import type { StreamKind } from './define-stream.ts';
import { consumerOf, deadSubjectOf, headerNames, natsStreamOf } from './nats-names.ts';
import { ensureConsumer } from './nats-stores.ts';
import type { Nats } from './open-nats.ts';
import { publishToNats } from './publish-to-nats.ts';
import type { Delivery, Source } from './run-consumer.ts';

/** How long one request for messages stays open, in milliseconds; JetStream's least. */
const openFor = 1000;

interface FromNats extends Delivery {
  readonly raw: JsMsg;
}

/** What JetStream gives one worker of a group. */
export function natsSource(nats: Nats, stream: StreamKind<unknown>, group: string): Source<FromNats> {
  let consumer: Consumer | undefined;
  let asking: ConsumerMessages | undefined;
  let ended = false;
  return {
    async fetch(room, give) {
      try {
        consumer ??= await nats.js.consumers.get(natsStreamOf(stream), consumerOf(group));
        asking = await consumer.fetch({ max_messages: room, expires: openFor });
        if (ended) return;
        // A server that goes away in the middle must not keep us here.
        const late = setTimeout(() => void asking?.close(), openFor + 2000);
        try {
          for await (const raw of asking) give(deliveryOf(raw));
        } finally {
          clearTimeout(late);
        }
      } catch (error) {
        consumer = undefined;
        // Somebody may have deleted the group.
        await ensureConsumer(nats, stream, group).catch(() => undefined);
        throw error;
      }
    },
    idle: async () => undefined,
    async renew(held) {
      for (const { raw } of held) raw.working();
    },
    done: ({ raw }) => raw.ack(),
    again: async ({ raw }, _reason, pauseSeconds) => raw.nak(Math.round(pauseSeconds * 1000)),
    async dead({ id, body, raw, delivery }, reason) {
      const more = {
        [headerNames.original]: id,
        [headerNames.reason]: encodeURIComponent(reason.slice(0, 2000)),
        [headerNames.deliveries]: String(delivery),
      };
      const letter = { subject: deadSubjectOf(stream, group), id: `${stream.name} ${group} ${raw.seq}`, body, more };
      // Where it cannot be laid aside, its time runs out and it comes again, to be laid aside then.
      await publishToNats(nats, letter).then(
        () => raw.term(),
        () => undefined,
      );
    },
    async release(deliveries) {
      for (const { raw } of deliveries) raw.nak();
    },
    wake() {
      ended = true;
      void asking?.close();
    },
    async end() {
      // The acknowledgements are on their way; a server that is away gives those messages again.
      await Promise.race([nats.connection.flush().catch(() => undefined), pause(2000, undefined, { ref: false })]);
    },
  };
}

const deliveryOf = (raw: JsMsg): FromNats => ({
  id: idOf(raw),
  body: raw.string(),
  delivery: raw.info.deliveryCount,
  publishedAt: raw.time,
  raw,
});

const idOf = ({ headers }: JsMsg): string =>
  [headerNames.original, headerNames.id].map((name) => headers?.get(name) ?? '').find((id) => id !== '') ?? '';
