import { migrationsIn } from '#kernel/database/index.ts';

export { defineEvent, type EventKind } from './define-event.ts';
export { defineListener, type Listener } from './define-listener.ts';
export { emit } from './emit.ts';
export { emitAll } from './emit-all.ts';
export { forgetOldEvents } from './forget-old-events.ts';
export { openEvents, type Events, type Lag } from './open-events.ts';
export type { Heard, Subscription } from './subscription.ts';

export const eventsMigrations = migrationsIn(import.meta.url, 'events');
