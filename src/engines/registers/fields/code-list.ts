import type { Text } from '#kernel/i18n/say.ts';

/** One entry of a code list; a broader code takes its narrower ones along when it is filtered by. */
export interface ListedTerm {
  readonly id: string;
  readonly label: Text;
  /** Id of the broader entry of the same list. */
  readonly broader?: string;
  readonly note?: Text;
}

/** A closed list of values, its labels in six languages, resolved at reading by id and never copied into records. */
export interface CodeList {
  readonly id: string;
  readonly label: Text;
  readonly terms: readonly ListedTerm[];
}

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Makes a list; an id that is badly formed, given twice, or broader than itself stops the start. */
export function defineCodeList(id: string, label: Text, terms: readonly ListedTerm[]): CodeList {
  const known = new Map(terms.map((term) => [term.id, term]));
  if (known.size !== terms.length) throw new Error(`The code list ${id} gives a code twice.`);
  for (const term of terms) {
    if (!idForm.test(term.id)) throw new Error(`The code list ${id}: “${term.id}” cannot be a code.`);
    const seen = new Set([term.id]);
    for (let above = term.broader; above !== undefined; above = known.get(above)?.broader) {
      if (!known.has(above))
        throw new Error(`The code list ${id}: “${term.id}” lies under “${above}”, which is not in it.`);
      if (seen.has(above)) throw new Error(`The code list ${id}: “${above}” lies under itself.`);
      seen.add(above);
    }
  }
  return { id, label, terms };
}

/** The code and all that lie under it, at any depth. */
export function withNarrower(list: CodeList, code: string): readonly string[] {
  const found = [code];
  for (let next = 0; next < found.length; next += 1)
    found.push(...list.terms.filter(({ broader }) => broader === found[next]).map(({ id }) => id));
  return found;
}
