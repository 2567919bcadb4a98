import type { Worker } from '#kernel/jobs/index.ts';
import type { StreamKind } from './define-stream.ts';
import type { ConsumeOptions, Delivered, Streams } from './streams.ts';

/** Who reads a stream. Kernel and engines hand theirs to the house, which keeps one list and starts them with the server. */
export interface Reader {
  /** Stream and group. */
  readonly name: string;
  start(streams: Streams): Promise<Worker>;
}

export const defineReader = <M>(reader: {
  readonly stream: StreamKind<M>;
  readonly group: string;
  readonly handle: (delivered: Delivered<M>) => Promise<void>;
  readonly options?: ConsumeOptions;
}): Reader => ({
  name: `${reader.stream.name} ${reader.group}`,
  start: (streams) => streams.consume(reader.stream, reader.group, reader.handle, reader.options),
});
