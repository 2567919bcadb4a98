import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { audiencesOf } from './audience.ts';

/**
 * The policy as a WHERE clause: true for rows whose audience is among the actor's. A list, its count, its facets and
 * its export use this one expression. `column` may be qualified ("observation.audience").
 */
export function readableBy(actor: Actor, column = 'audience'): Expression<SqlBool> {
  const audiences = audiencesOf(actor);
  return audiences === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(column)} = any(${[...audiences]}::text[])`;
}
