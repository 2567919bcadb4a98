import { migrationsIn } from '#kernel/database/index.ts';

export { defineReader, type Reader } from './define-reader.ts';
export { defineStream, type StreamKind } from './define-stream.ts';
export { forgetFinishedMessages } from './forget-finished-messages.ts';
export { openStreams } from './open-streams.ts';
export type { ConsumeOptions, DeadLetter, Delivered, Published, StreamLag, Streams, ToPublish } from './streams.ts';

export const streamsMigrations = migrationsIn(import.meta.url, 'streams');
