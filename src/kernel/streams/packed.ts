import { createHash } from 'node:crypto';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { StreamKind } from './define-stream.ts';
import type { ToPublish } from './streams.ts';

/** A message as the back ends carry it. */
export interface Packed {
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/** NATS takes a megabyte unless set otherwise, with its headers; every back end keeps to the same. */
const mostBytes = 1_000_000;

/** Checks a message against its stream and names it by its content where it has no name. */
export function packed<M>(stream: StreamKind<M>, { message, id }: ToPublish<M>): Packed {
  const body = JSON.stringify(stream.message.parse(message));
  const size = Buffer.byteLength(body);
  if (size > mostBytes)
    throw new Problem(
      'too-large',
      say(
        'A message of {size, number} bytes is too large for a stream. Keep the document as a file and send its hash.',
        {
          size,
        },
      ),
    );
  if (id !== undefined && (id === '' || id.length > 200 || /[\0\r\n]/.test(id)))
    throw new Error('The id of a message has 1 to 200 characters, on one line.');
  return { id: id ?? createHash('sha256').update(`${stream.name}\0${body}`).digest('hex'), body };
}
