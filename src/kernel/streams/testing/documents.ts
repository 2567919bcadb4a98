import { z } from 'zod';
import { defineStream } from '../define-stream.ts';

/** A stream for tests: its times are short. */
export const documents = defineStream({
  name: 'tests.documents',
  message: z.object({ n: z.number(), text: z.string().optional() }),
  timeLimitSeconds: 1,
  deliveries: 3,
  backoffSeconds: 0.02,
});
