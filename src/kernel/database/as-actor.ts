import { sql } from 'kysely';
import { roleOf, type Actor } from '#kernel/policy/actor.ts';
import { audiencesOf } from '#kernel/policy/audience.ts';
import type { Handle } from './types.ts';

/** Reads every audience; only the operator at the machine has it. */
const everything = '*';

/** A PostgreSQL array literal: an audience whose name holds a comma or a quote cannot become another audience. */
export function audienceSetting(actor: Actor): string {
  const audiences = audiencesOf(actor);
  if (audiences === 'all') return everything;
  return `{${audiences.map((audience) => `"${audience.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}

/** Runs `work` in one transaction as mandata_app, with the actor's settings for row-level security; all end with it. */
export function asActor<T>(owner: Handle, actor: Actor, work: (transaction: Handle) => Promise<T>): Promise<T> {
  return owner.transaction().execute(async (transaction) => {
    await sql`select set_config('mandata.audiences', ${audienceSetting(actor)}, true),
      set_config('mandata.account', ${actor.kind === 'account' ? actor.id : ''}, true),
      set_config('mandata.role', ${roleOf(actor)}, true),
      set_config('mandata.state', ${actor.kind === 'account' ? (actor.organization.state ?? '') : ''}, true),
      set_config('role', 'mandata_app', true)`.execute(transaction);
    return work(transaction);
  });
}
