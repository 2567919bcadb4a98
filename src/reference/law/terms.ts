import { lazily } from '../lazily.ts';
import type { SixNames } from '../language.ts';
import { given, readTable } from '../table.ts';
import termTable from './terms.json' with { type: 'json' };

/** A term of a list that the law registers share; a broader one takes its narrower ones along. */
export interface LawTerm {
  readonly id: string;
  readonly label: SixNames;
  /** Id of the broader term in the same list. */
  readonly broader?: string;
}

const lists = /* @__PURE__ */ lazily(() =>
  Map.groupBy(
    readTable('terms of the law', termTable, (row) => ({
      list: row.text('list'),
      term: { id: row.text('id'), label: row.sixNames(), ...given({ broader: row.maybeText('broader') }) },
    })),
    ({ list }) => list,
  ),
);

/** Lists there are: `crime-types`, `issues`, `authority-functions`, `channels`, `drug-schedules`, `themes` … */
export function lawTermLists(): readonly string[] {
  return [...lists().keys()];
}

/** Terms of a list in their order. Throws a `TypeError` when there is no such list. */
export function lawTerms(list: string): readonly LawTerm[] {
  const found = lists().get(list);
  if (found === undefined) throw new TypeError(`There is no list of terms “${list}”.`);
  return found.map(({ term }) => term);
}
