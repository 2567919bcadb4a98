import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { audiencesOf, everyState } from './audience.ts';

/**
 * The policy as a WHERE clause: true for rows whose audience is open to the actor. A list, its count, its facets and
 * its export use this one expression. `column` may be qualified ("observation.audience").
 */
export function readableBy(actor: Actor, column = 'audience'): Expression<SqlBool> {
  const audiences = audiencesOf(actor);
  if (audiences === 'all') return sql<SqlBool>`true`;
  const named = sql<SqlBool>`${sql.ref(column)} = any(${[...audiences]}::text[])`;
  return audiences.includes(everyState) ? sql<SqlBool>`(${named} or ${sql.ref(column)} like 'state:%')` : named;
}
