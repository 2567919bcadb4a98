import type { Handle } from '#kernel/database/index.ts';
import type { EventKind } from './define-event.ts';

export interface Heard<P> {
  /** Grows by one from event to event, in the order in which they were committed. */
  readonly position: number;
  readonly kind: string;
  readonly payload: P;
  readonly occurredAt: Date;
}

export interface Subscription<P> {
  /** Its place is kept under this name: a new name starts anew. */
  readonly name: string;
  readonly kinds: readonly EventKind<P>[];
  /**
   * Called with 1 to `batch` events, in order, one call at a time across all servers. What it writes in `transaction` is kept
   * together with its place in the order; anything else it does can happen again.
   */
  readonly hear: (events: readonly Heard<P>[], transaction: Handle) => Promise<void>;
  /** 1 unless said otherwise. After a failure the events come one by one. */
  readonly batch?: number;
  /** Where a new name begins: at the first event that is kept ("start", unless said otherwise) or after the last ("now"). */
  readonly from?: 'start' | 'now';
  /** How often an event is tried before it is laid aside in event_failures and the next one comes (10). */
  readonly attempts?: number;
}
