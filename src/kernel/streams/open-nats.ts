import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

export interface Nats {
  readonly connection: NatsConnection;
  readonly js: JetStreamClient;
  readonly manager: JetStreamManager;
  /** On how many servers of a cluster each message is kept. */
  readonly replicas: number;
}

/**
 * Connects to the server that NATS_URL names (`nats://user:password@host:4222?replicas=3`); one that cannot be reached, or has no
 * JetStream, is refused with a sentence. A connection that is lost later is made again for as long as it takes.
 */
export async function openNats(natsUrl: string): Promise<Nats> {
  const url = new URL(natsUrl);
  const replicas = Number(url.searchParams.get('replicas') ?? '1');
  if (![1, 3, 5].includes(replicas))
    throw new Problem('wrong-use', say('NATS_URL says replicas={replicas}: it must be 1, 3 or 5.', { replicas }));
  const connection = await connect({
    servers: url.host,
    name: 'mandata',
    ...signIn(url),
    ...(url.protocol === 'tls:' && { tls: {} }),
    timeout: 5000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    pingInterval: 20_000,
  }).catch((cause: unknown) => {
    throw new Problem(
      'unavailable',
      say(
        'NATS_URL names {server}, which cannot be reached: {reason}. Start it, or leave NATS_URL out to keep streams in the database.',
        {
          server: url.host,
          reason: wordsOf(cause),
        },
      ),
      { cause },
    );
  });
  try {
    const manager = await jetstreamManager(connection, { timeout: 5000 });
    return { connection, js: jetstream(connection, { timeout: 5000 }), manager, replicas };
  } catch (cause) {
    await connection.close();
    throw new Problem(
      'unavailable',
      say('The NATS server at {server} keeps no streams: {reason}. Start it with JetStream (nats-server -js).', {
        server: url.host,
        reason: wordsOf(cause),
      }),
      { cause },
    );
  }
}

function signIn({ username, password }: URL): { user?: string; pass?: string; token?: string } {
  if (username === '') return {};
  const user = decodeURIComponent(username);
  return password === '' ? { token: user } : { user, pass: decodeURIComponent(password) };
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
