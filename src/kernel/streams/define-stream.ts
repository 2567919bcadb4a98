import type { z } from 'zod';

/** One stream of documents that wait to be read: its name, the shape of a message, and how it fails. */
export interface StreamKind<M> {
  /** "engine.things", such as "monitoring.documents": small letters, digits and hyphens, parts with dots between. */
  readonly name: string;
  readonly message: z.ZodType<M>;
  /** How long one worker may take for one message before another gets it. */
  readonly timeLimitSeconds: number;
  /** How often a message is given to a worker of a group in all before it is laid aside as a dead letter. */
  readonly deliveries: number;
  /** Pause after the first failure; it doubles with each further one, up to an hour. */
  readonly backoffSeconds: number;
}

const nameForm = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

/** A minute, five deliveries and a first pause of two seconds unless said otherwise. A badly formed name stops the start with an Error. */
export function defineStream<M>(
  stream: Pick<StreamKind<M>, 'name' | 'message'> &
    Partial<Pick<StreamKind<M>, 'timeLimitSeconds' | 'deliveries' | 'backoffSeconds'>>,
): StreamKind<M> {
  return { timeLimitSeconds: 60, deliveries: 5, backoffSeconds: 2, ...stream, name: checkedName(stream.name) };
}

/** The name of a stream or of a group of workers, fit for every back end; an Error says what is wrong with another. */
export function checkedName(name: string): string {
  if (!nameForm.test(name) || name.length > 100)
    throw new Error(`"${name}" is no name of a stream or group: small letters, digits and hyphens, with dots between.`);
  return name;
}
