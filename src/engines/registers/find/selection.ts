import { sql, type RawBuilder } from 'kysely';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import { foldWords } from '../store/words-of.ts';
import { indexedFields } from '../store/values-of.ts';
import type { RecordQuery } from './query.ts';
import { valueCondition } from './value-condition.ts';

export type Condition = RawBuilder<boolean>;

/** One predicate over `register_records r`, from which list, counts, facets, export and feed are made. */
export interface Selection {
  /** All conditions, without that of one field where its own values are counted. */
  where(except?: string): Condition;
  /** Without telling real records from invented ones, to count both. */
  readonly both: Condition;
  /** Ids in order of relevance, where the index was asked. */
  readonly ranked: readonly string[] | undefined;
}

export interface SelectionParts {
  /** As the actor knows it. */
  readonly known: RegisterDefinition;
  readonly query: RecordQuery;
  readonly ranked: readonly string[] | undefined;
  /** Whether invented records are meant. */
  readonly invented: boolean;
  readonly withDemonstration: boolean;
}

const mostWords = 12;

/** Makes the predicate. Problem `invalid` for a field that records are not found by; a closed one is refused in the same words. */
export function selectionOf({ known, query, ranked, invented, withDemonstration }: SelectionParts): Selection {
  const base: Condition[] = [
    sql`r.register = ${known.id}`,
    sql`r.state = any (${statesOf(known, query)}::text[])`,
    ...(withDemonstration ? [] : [sql<boolean>`not r.demonstration`]),
    ...wordConditions(query.q ?? '', ranked),
  ];
  const fields = indexedFields(known.fields);
  const filters = Object.entries(query.filters ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => {
      const spec = fields.get(field);
      if (spec === undefined) throw notFoundBy(field);
      return { field, condition: valueCondition(known, field, spec, values) };
    });
  const all = (except?: string): Condition[] => [
    ...base,
    ...filters.filter(({ field }) => field !== except).map(({ condition }) => condition),
  ];
  return {
    where: (except) => and([...all(except), sql`r.demonstration = ${invented}`]),
    both: and(all()),
    ranked,
  };
}

/** States that are asked about: those that readers see and that hold, unless told. */
export function statesOf({ lifecycle }: RegisterDefinition, { states }: RecordQuery): string[] {
  return (
    states?.slice() ??
    lifecycle.states.filter(({ shown, withdrawn }) => shown === 'readers' && withdrawn !== true).map(({ id }) => id)
  );
}

export const notFoundBy = (field: string): Problem =>
  new Problem(
    'invalid',
    say('Records are not found by a field “{field}”. GET the register to see by which.', { field }),
    {
      details: { field },
    },
  );

const and = (conditions: readonly Condition[]): Condition => sql<boolean>`(${sql.join([...conditions], sql` and `)})`;

/**
 * With the index its answer, which holds real records only as it counts them; without it, and for invented ones, every word
 * somewhere in the searched texts.
 */
function wordConditions(q: string, ranked: readonly string[] | undefined): Condition[] {
  const words = foldWords(q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word): Condition => sql`strpos(r.words, ${word}) > 0`);
  if (ranked === undefined) return words;
  return [
    sql`(r.id = any (${[...ranked]}::text[]) or (r.demonstration and ${and(words.length === 0 ? [sql`false`] : words)}))`,
  ];
}
