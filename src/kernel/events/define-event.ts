import type { z } from 'zod';

/** Something that happens in one engine and that others may want to hear of. */
export interface EventKind<P> {
  /** "engine.what-happened", such as "surveys.return-accepted". */
  readonly name: string;
  readonly payload: z.ZodType<P>;
}

export const defineEvent = <P>(name: string, payload: z.ZodType<P>): EventKind<P> => ({ name, payload });
