import type { JsMsg } from '@nats-io/jetstream';
import type { StreamKind } from './define-stream.ts';
import { deadStream, deadSubjectOf, headerNames, subjectOf } from './nats-names.ts';
import type { Nats } from './open-nats.ts';
import { publishToNats } from './publish-to-nats.ts';
import type { DeadLetter } from './streams.ts';

/** Most dead letters of a group that are looked through. */
const most = 10_000;

/** What a group laid aside, newest first. */
export async function readDeadLetters(
  nats: Nats,
  stream: Pick<StreamKind<unknown>, 'name'>,
  group: string,
  limit: number,
): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for await (const raw of lettersOf(nats, stream, group))
    letters.push({
      id: raw.headers?.get(headerNames.original) ?? '',
      message: raw.json<unknown>(),
      deliveries: Number(raw.headers?.get(headerNames.deliveries)),
      reason: decodeURIComponent(raw.headers?.get(headerNames.reason) ?? ''),
      diedAt: raw.time,
    });
  return letters.toReversed().slice(0, limit);
}

/** Publishes a dead letter anew under its old id, and takes it away; false when there is none. */
export async function reviveDeadLetter(
  nats: Nats,
  stream: Pick<StreamKind<unknown>, 'name'>,
  group: string,
  id: string,
): Promise<boolean> {
  for await (const raw of lettersOf(nats, stream, group)) {
    if (raw.headers?.get(headerNames.original) !== id) continue;
    const again = {
      subject: subjectOf(stream),
      id: `again ${raw.seq}`,
      body: raw.string(),
      more: { [headerNames.original]: id },
    };
    await publishToNats(nats, again);
    await nats.manager.streams.deleteMessage(deadStream, raw.seq);
    return true;
  }
  return false;
}

async function* lettersOf(
  { js, manager }: Nats,
  stream: Pick<StreamKind<unknown>, 'name'>,
  group: string,
): AsyncGenerator<JsMsg> {
  const subject = deadSubjectOf(stream, group);
  const { state } = await manager.streams.info(deadStream, { subjects_filter: subject });
  const count = Math.min(state.subjects?.[subject] ?? 0, most);
  if (count === 0) return;
  const consumer = await js.consumers.get(deadStream, { filter_subjects: subject });
  const messages = await consumer.fetch({ max_messages: count, expires: 5000 });
  for await (const raw of messages) yield raw;
}
