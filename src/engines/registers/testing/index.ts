import { auditMigrations } from '#kernel/audit/index.ts';
import type { Database, Migration } from '#kernel/database/index.ts';
import { eventsMigrations } from '#kernel/events/index.ts';
import { linksMigrations } from '#kernel/links/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { searchMigrations } from '#kernel/search/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { registersMigrations } from '../migrations.ts';
import { laws } from './a-register.ts';

export { laws } from './a-register.ts';
export { author, contributor, editor, otherState, partner } from './actors.ts';

/** Steps that a database needs to hold registers. */
export const registersSteps: readonly Migration[] = [
  ...auditMigrations,
  ...eventsMigrations,
  ...linksMigrations,
  ...searchMigrations,
  ...registersMigrations,
];

/** Makes contexts over a database: one for each who asks. The clock moves on by a second with each look at it. */
export function registersOver(
  database: Database,
  registers: readonly RegisterDefinition[] = [laws],
): (actor: Actor) => RegistersContext {
  let now = Date.UTC(2024, 0, 1);
  const clock = (): Date => new Date((now += 1000));
  return (actor) => ({ database, clock, actor, registers, demonstration: true });
}
