import { z } from 'zod';
import { defineStream } from '../define-stream.ts';

/** A stream for tests: its pauses are short, its time limit is beyond what a busy machine holds a test up. */
export const documents = defineStream({
  name: 'tests.documents',
  message: z.object({ n: z.number(), text: z.string().optional() }),
  timeLimitSeconds: 4,
  deliveries: 3,
  backoffSeconds: 0.02,
});

/** The same with a time limit that can be waited for. */
export const hastyDocuments = defineStream({ ...documents, name: 'tests.hasty-documents', timeLimitSeconds: 1 });
