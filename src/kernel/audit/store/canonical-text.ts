import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * SQL for the text of an entry that is hashed: a JSON array of all columns but `batch`, in this order, each written by the
 * database itself, so that no value passes through a number or a Date of ours. The details are jsonb, whose text
 * PostgreSQL always writes in the same way; the time is written in UTC to the microsecond.
 */
export function canonicalText(): RawBuilder<string> {
  return sql<string>`jsonb_build_array(id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind,
    account, role, organization, action, subject_kind, subject_id, audience, request, details)::text`;
}
