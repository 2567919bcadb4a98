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
 * who read both the record and the field; whether they know the cited record, its own register says.
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
  await replaceCitations(transaction, placeOf(register.id, id), citations);
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
export function narrower(one: Audience, other: Audience): Audience {
  if (one === other || other === 'public') return one;
  if (one === 'public') return other;
  const closed = [one, other].find((each) => each.includes(':'));
  return closed ?? 'office';
}
