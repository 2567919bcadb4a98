import { sql } from 'kysely';
import { citedBy, type Link } from '#kernel/links/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import { placeOf } from './cite.ts';
import { countCitations, referring, type CitationCount } from './count-citations.ts';
import { namedRecord, type NamedRecord } from './find-targets.ts';
import { getLoaded } from './read-record.ts';

export interface CitationPage {
  readonly counts: readonly CitationCount[];
  /** Of the chosen register and field, or of all. */
  readonly total: number;
  /** Newest change first. */
  readonly records: readonly (NamedRecord & { readonly field: string })[];
  /** What cites it from outside the registers: releases, claims, returns. */
  readonly others: readonly Link[];
}

/** What cites a record across the house, paged; `from` narrows it to one register and field. Asked before a withdrawal: what depends on it. */
export function listCitations(
  context: RegistersContext,
  register: string,
  id: string,
  { from, page = 1, size = 25 }: { from?: { register: string; field?: string }; page?: number; size?: number } = {},
): Promise<CitationPage> {
  const definition = getRegister(context, register);
  return context.database.as(context.actor, async (transaction) => {
    const { row } = await getLoaded(transaction, context, definition, id);
    const counts = await countCitations(transaction, context, definition, row.id);
    const { rows } = await sql<Parameters<typeof namedRecord>[1] & { field: string }>`
      select r.register, r.id, r.title, r.state, r.country, r.demonstration, v.field
      from (${referring(register, row.id)}) v
      join register_records r on r.register = v.register and r.id = v.record
      where (${context.demonstration} or not r.demonstration)
        and (${from?.register ?? null}::text is null or v.register = ${from?.register ?? null})
        and (${from?.field ?? null}::text is null or v.field = ${from?.field ?? null})
      order by r.changed_at desc, r.register, r.id, v.field
      limit ${size} offset ${(page - 1) * size}`.execute(transaction);
    const links = from === undefined ? await citedBy(transaction, placeOf(register, row.id), { limit: 100 }) : [];
    const wanted = counts.filter(
      ({ kind, field }) =>
        field !== undefined &&
        (from === undefined || kind === `register:${from.register}`) &&
        (from?.field === undefined || field === from.field),
    );
    return {
      counts,
      total: wanted.reduce((sum, { count }) => sum + count, 0),
      records: rows.map((each) => ({ ...namedRecord(context, each), field: each.field })),
      others: links.filter((link) => !link.from.kind.startsWith('register:')),
    };
  });
}
