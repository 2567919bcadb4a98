import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { replaceCitations, type Citation, type Place } from '#kernel/links/index.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { audienceOfField, type Readers } from '../store/audiences.ts';
import type { Data } from '../store/split-record.ts';
import { referencesOf } from './walk-references.ts';

/** Where a record stands in the house's table of citations. */
export const placeOf = (register: string, id: string): Place => ({ kind: `register:${register}`, id });

/**
 * Makes what the record says the citations that the house knows of it, while its readers see it; `before`: its state until now. A citation is for those
 * who read the record, the field and the cited record.
 */
export async function cite(
  transaction: Handle,
  register: RegisterDefinition,
  record: {
    id: string;
    before: string | undefined;
    state: string;
    country: string | undefined;
    data: Data;
    readers: Readers;
  },
): Promise<void> {
  const { id, before, state, country, data, readers } = record;
  const isShown = (name: string | undefined): boolean =>
    register.lifecycle.states.find((each) => each.id === name)?.shown === 'readers';
  const shown = isShown(state);
  if (!shown && !isShown(before)) return;
  const citations = shown ? citationsIn(register, { country, data, readers }) : [];
  const narrowed = await narrowedToTargets(transaction, citations);
  await replaceCitations(transaction, placeOf(register.id, id), narrowed);
}

/** Who may not know of a record may not know that it is cited either; of one that the writer cannot see, the office alone. */
async function narrowedToTargets(transaction: Handle, citations: readonly Citation[]): Promise<readonly Citation[]> {
  const prefix = placeOf('', '').kind;
  const targets = citations.filter(({ to }) => to.kind.startsWith(prefix));
  if (targets.length === 0) return citations;
  const { rows } = await sql<{ register: string; id: string; audience: Audience }>`
    select r.register, r.id, r.audience from register_records r
    join unnest(${targets.map(({ to }) => to.kind.slice(prefix.length))}::text[], ${targets.map(({ to }) => to.id)}::text[]) as w (register, id)
      on w.register = r.register and w.id = r.id`.execute(transaction);
  const known = new Map(rows.map(({ register, id, audience }) => [`${placeOf(register, id).kind}/${id}`, audience]));
  return citations.map((citation) => {
    const { kind, id } = citation.to;
    if (!kind.startsWith(prefix)) return citation;
    return { ...citation, audience: narrower(citation.audience, known.get(`${kind}/${id}`) ?? 'office') };
  });
}

/** What a record cites: its references, and what its register says besides. */
export function citationsIn(
  register: RegisterDefinition,
  { country, data, readers }: { country: string | undefined; data: Data; readers: Readers },
): readonly Citation[] {
  const own = [...referencesOf(register.fields, data)].map((each) => ({
    to: placeOf(each.register, each.id),
    relation: each.relation,
    audience: narrower(readers.audience, audienceOfField(each.audience, country) ?? 'public'),
  }));
  return [...own, ...register.cites(data).map((each) => ({ ...each, audience: readers.audience }))];
}

/** The audience of those who are in both; the office is in all but a State's, a network's or a unit's own. */
function narrower(one: Audience, other: Audience): Audience {
  if (one === other || other === 'public') return one;
  if (one === 'public') return other;
  const closed = [one, other].find((each) => each.includes(':'));
  return closed ?? 'office';
}
