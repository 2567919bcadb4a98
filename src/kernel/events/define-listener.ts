import type { Events } from './open-events.ts';
import type { Subscription } from './subscription.ts';

/** Who hears of events. Engines and systems hand theirs to the house, which keeps one list and starts them with the server. */
export interface Listener {
  readonly name: string;
  start(events: Pick<Events, 'subscribe'>): Promise<void>;
}

export const defineListener = <P>(subscription: Subscription<P>): Listener => ({
  name: subscription.name,
  start: (events) => events.subscribe(subscription),
});
