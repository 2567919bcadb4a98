import * as z from 'zod';
import { defineEvent } from '#kernel/events/index.ts';

/** A record was made, saved, moved or restored: whoever keeps something made of it reads it again. */
export const recordChanged = defineEvent(
  'registers.record-changed',
  z.object({ register: z.string(), id: z.string(), state: z.string() }),
);
