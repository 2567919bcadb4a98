import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { StreamKind } from './define-stream.ts';
import { consumerOf, deadStream, natsStreamOf, subjectOf } from './nats-names.ts';
import type { Nats } from './open-nats.ts';
import { keptDays } from './streams.ts';

const dayMilliseconds = 86_400_000;

/** The stream in JetStream, made where it is not there; one that an operator has set up otherwise stays as it is. */
export const ensureStream = (nats: Nats, stream: Pick<StreamKind<unknown>, 'name'>): Promise<void> =>
  ensure(nats, {
    name: natsStreamOf(stream),
    subjects: [subjectOf(stream)],
    description: stream.name,
    max_age: nanos(keptDays * dayMilliseconds),
    duplicate_window: nanos(dayMilliseconds),
  });

/** Where all groups lay aside what they could not do, for three months. */
export const ensureDeadStream = (nats: Nats): Promise<void> =>
  ensure(nats, {
    name: deadStream,
    subjects: ['mandata.dead.>'],
    max_age: nanos(90 * dayMilliseconds),
    duplicate_window: nanos(dayMilliseconds),
  });

async function ensure({ manager, replicas }: Nats, config: Partial<StreamConfig> & { name: string }): Promise<void> {
  const nameInUse = 10_058;
  await manager.streams
    .add({
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      discard: DiscardPolicy.Old,
      num_replicas: replicas,
      ...config,
    })
    .catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError) || error.code !== nameInUse) throw error;
    });
}

/** The group's place in the stream, kept by the server; a new one begins at the oldest message. */
export async function ensureConsumer({ manager }: Nats, stream: StreamKind<unknown>, group: string): Promise<void> {
  await manager.consumers.add(natsStreamOf(stream), {
    durable_name: consumerOf(group),
    description: group,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(stream.timeLimitSeconds * 1000),
    deliver_policy: DeliverPolicy.All,
    // The bound on deliveries is ours, so that the last one leaves its reason.
    max_deliver: -1,
    max_ack_pending: 20_000,
  });
}
