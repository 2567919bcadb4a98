import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/audience.ts';
import type { Place } from './link.ts';

export interface Citation {
  readonly to: Place;
  readonly relation?: string;
  readonly audience: Audience;
}

/** Makes `citations` all that `from` cites, as far as the actor of the transaction may see what it cited before. */
export async function replaceCitations(
  transaction: Handle,
  from: Place,
  citations: readonly Citation[],
): Promise<void> {
  await sql`delete from links where from_kind = ${from.kind} and from_id = ${from.id}`.execute(transaction);
  await addCitations(transaction, from, citations);
}

/** Adds to what `from` cites; what is cited already stays as it is. */
export async function addCitations(transaction: Handle, from: Place, citations: readonly Citation[]): Promise<void> {
  if (citations.length === 0) return;
  await sql`insert into links (from_kind, from_id, to_kind, to_id, relation, audience)
    select ${from.kind}, ${from.id}, * from unnest(${citations.map(({ to }) => to.kind)}::text[],
      ${citations.map(({ to }) => to.id)}::text[], ${citations.map(({ relation }) => relation ?? 'cites')}::text[],
      ${citations.map(({ audience }) => audience)}::text[])
    on conflict do nothing`.execute(transaction);
}

/** Adds what many places cite, in one statement. */
export async function addAllCitations(
  transaction: Handle,
  citations: readonly (Citation & { readonly from: Place })[],
): Promise<void> {
  if (citations.length === 0) return;
  await sql`insert into links (from_kind, from_id, to_kind, to_id, relation, audience)
    select * from unnest(${citations.map(({ from }) => from.kind)}::text[], ${citations.map(({ from }) => from.id)}::text[],
      ${citations.map(({ to }) => to.kind)}::text[], ${citations.map(({ to }) => to.id)}::text[],
      ${citations.map(({ relation }) => relation ?? 'cites')}::text[], ${citations.map(({ audience }) => audience)}::text[])
    on conflict do nothing`.execute(transaction);
}
