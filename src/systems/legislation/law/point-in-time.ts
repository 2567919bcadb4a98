import type { Day, Law, Provision } from './law.ts';

/** Whether something that holds from one day to another, both included, holds on the day. */
export function holdsOn({ from, to }: { readonly from?: Day; readonly to?: Day }, day: Day): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

export type LawStatus = 'not-yet-in-force' | 'in-force' | 'repealed';

/** How a law stands on a day. Without a day of entry into force it holds from its adoption. */
export function lawStatusOn({ adopted, inForce, repealed }: Law, day: Day): LawStatus {
  if (repealed !== undefined && repealed <= day) return 'repealed';
  const start = inForce ?? adopted;
  return start !== undefined && start > day ? 'not-yet-in-force' : 'in-force';
}

/** The provisions of a law as they stood on the day, in their order. A repealed law has none. */
export function lawOn(law: Law, provisions: readonly Provision[], day: Day): readonly Provision[] {
  if (lawStatusOn(law, day) === 'repealed') return [];
  return inOrder(provisions.filter((each) => each.law === law.key && holdsOn(each, day)));
}

/** Days on which the text of a law changed, oldest first: what a reader can choose between. */
export function daysOfChange(law: Law, provisions: readonly Provision[]): readonly Day[] {
  const days = provisions
    .filter((each) => each.law === law.key)
    .flatMap(({ from, to }) => (to === undefined ? [from] : [from, dayAfter(to)]));
  return [...new Set([...days, ...(law.repealed === undefined ? [] : [law.repealed])])].sort();
}

/** All versions of one provision, oldest first. */
export function versionsOf(
  provisions: readonly Provision[],
  { law, eId }: Pick<Provision, 'law' | 'eId'>,
): readonly Provision[] {
  return provisions
    .filter((each) => each.law === law && each.eId === eId)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

export function inOrder(provisions: readonly Provision[]): readonly Provision[] {
  return provisions.toSorted((one, other) => one.order - other.order || (one.from < other.from ? -1 : 1));
}

export const dayAfter = (day: Day): Day => shifted(day, 1);
export const dayBefore = (day: Day): Day => shifted(day, -1);

function shifted(day: Day, by: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
