import type { StreamKind } from './define-stream.ts';

// A dot divides the subjects of NATS and is allowed in no name of its streams; ours have no underscore.
const plain = (name: string): string => name.replaceAll('.', '_');

/** What all our streams in NATS begin with; others may share the server. */
export const streamPrefix = 'mandata-stream-';
export const deadStream = 'mandata-dead';

export const natsStreamOf = ({ name }: Pick<StreamKind<unknown>, 'name'>): string => `${streamPrefix}${plain(name)}`;
export const subjectOf = ({ name }: Pick<StreamKind<unknown>, 'name'>): string => `mandata.stream.${plain(name)}`;
export const consumerOf = (group: string): string => plain(group);
export const deadSubjectOf = ({ name }: Pick<StreamKind<unknown>, 'name'>, group: string): string =>
  `mandata.dead.${plain(name)}.${plain(group)}`;

/** Headers of ours beside those of JetStream. */
export const headerNames = {
  id: 'Nats-Msg-Id',
  original: 'Mandata-Id',
  reason: 'Mandata-Reason',
  deliveries: 'Mandata-Deliveries',
};
