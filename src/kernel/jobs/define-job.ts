import type { z } from 'zod';

/** One kind of work: its name, the shape of what it needs, and how it fails. */
export interface JobKind<P> {
  /** "area.verb", such as "statistics.import". */
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** How often it is tried in all before it is laid aside as dead. */
  readonly attempts: number;
  /** How long a worker may be silent before its job goes to another; it speaks three times in that span by itself. */
  readonly leaseSeconds: number;
  /** Pause after the first failure; it doubles with each further one, up to an hour. */
  readonly backoffSeconds: number;
}

/** Five attempts, a lease of a minute and a first pause of two seconds unless said otherwise. */
export function defineJob<P>(
  kind: Pick<JobKind<P>, 'name' | 'payload'> &
    Partial<Pick<JobKind<P>, 'attempts' | 'leaseSeconds' | 'backoffSeconds'>>,
): JobKind<P> {
  return { attempts: 5, leaseSeconds: 60, backoffSeconds: 2, ...kind };
}

/** Seconds to wait after the nth failed attempt (n ≥ 1). */
export const pauseAfter = (attempt: number, backoffSeconds: number): number =>
  Math.min(backoffSeconds * 2 ** (attempt - 1), 3600);

/** Thrown by a handler when trying again is of no use: the job is dead at once, with this reason. */
export class GiveUp extends Error {}
