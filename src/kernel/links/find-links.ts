import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/audience.ts';
import type { Link, Place } from './link.ts';

interface Row {
  readonly from_kind: string;
  readonly from_id: string;
  readonly to_kind: string;
  readonly to_id: string;
  readonly relation: string;
  readonly audience: Audience;
}

const toLink = (row: Row): Link => ({
  from: { kind: row.from_kind, id: row.from_id },
  to: { kind: row.to_kind, id: row.to_id },
  relation: row.relation,
  audience: row.audience,
});

const columns = sql`from_kind, from_id, to_kind, to_id, relation, audience`;

/** What a place cites, as the actor of the transaction may know it, by kind and id. */
export async function citationsOf(transaction: Handle, from: Place): Promise<readonly Link[]> {
  const { rows } = await sql<Row>`select ${columns} from links where from_kind = ${from.kind} and from_id = ${from.id}
    order by to_kind, to_id, relation`.execute(transaction);
  return rows.map(toLink);
}

/** Who cites a place, newest first: of one kind or of all, `limit` (100) from `offset`. */
export async function citedBy(
  transaction: Handle,
  to: Place,
  { kind, limit = 100, offset = 0 }: { kind?: string; limit?: number; offset?: number } = {},
): Promise<readonly Link[]> {
  const { rows } = await sql<Row>`select ${columns} from links where to_kind = ${to.kind} and to_id = ${to.id}
    and (${kind ?? null}::text is null or from_kind = ${kind ?? null})
    order by made_at desc, from_kind, from_id, relation limit ${limit} offset ${offset}`.execute(transaction);
  return rows.map(toLink);
}

/** How many things of each kind cite a place; the same rows as `citedBy`, so that count and list never disagree. */
export async function countCitedBy(
  transaction: Handle,
  to: Place,
): Promise<readonly { readonly kind: string; readonly links: number }[]> {
  const { rows } = await sql<{ kind: string; links: number }>`select from_kind as kind, count(*) as links from links
    where to_kind = ${to.kind} and to_id = ${to.id} group by from_kind order by from_kind`.execute(transaction);
  return rows;
}
