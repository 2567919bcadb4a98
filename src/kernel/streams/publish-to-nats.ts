import { headers } from '@nats-io/transport-node';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Nats } from './open-nats.ts';
import type { Published } from './streams.ts';

/** How long a message is sent again while the server is away, in milliseconds. */
const patience = 30_000;

/** Sends until the server says that it keeps the message: with the same id it is kept once, however often it was sent. */
export async function publishToNats(
  { js }: Nats,
  message: {
    readonly subject: string;
    readonly id: string;
    readonly body: string;
    readonly more?: Readonly<Record<string, string>>;
  },
): Promise<Published> {
  const { subject, id, body, more = {} } = message;
  const until = Date.now() + patience;
  for (let tries = 0; ; tries += 1) {
    const also = headers();
    for (const [name, value] of Object.entries(more)) also.set(name, value);
    try {
      const { duplicate } = await js.publish(subject, body, { msgID: id, timeout: 5000, headers: also });
      return { id, fresh: !duplicate };
    } catch (cause) {
      const wait = Math.min(100 * 2 ** tries, 2000);
      if (Date.now() + wait > until)
        throw new Problem(
          'unavailable',
          say('The message could not be kept: the NATS server does not answer. Send it again later.'),
          { cause },
        );
      await pause(wait);
    }
  }
}
