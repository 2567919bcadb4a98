import { sql, type RawBuilder } from 'kysely';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { indexedFields } from '../store/values-of.ts';
import type { RecordQuery } from './query.ts';
import { notFoundBy, type Selection } from './selection.ts';
import { tableOf } from './value-condition.ts';

const numbers = new Set<FieldSpec['kind']>(['number', 'quantity', 'money']);

/** What is asked for, then what changed last, then the id. */
export interface Order {
  /** Joins `register_records r` with what it is ordered by. */
  readonly join: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
}

/** The order that is asked for. Problem `invalid` for a field without one. */
export function orderOf(known: RegisterDefinition, query: RecordQuery, { ranked }: Selection): Order {
  const asked = query.sort ?? (ranked === undefined ? known.order : 'relevance');
  const name = asked.replace(/^-/, '');
  const way = sql.raw(asked.startsWith('-') ? 'desc' : 'asc');
  const last = sql`r.changed_at desc, r.id`;
  const join = sql``;
  if (name === 'relevance')
    return { join, by: ranked === undefined ? last : sql`array_position(${[...ranked]}::text[], r.id), ${last}` };
  if (name === 'changed') return { join, by: sql`r.changed_at ${way}, r.id` };
  const language = query.language ?? 'en';
  if (name === 'title' || name === known.titleField)
    return { join, by: sql`${titleIn(language)} collate "und-x-icu" ${way} nulls last, ${last}` };
  const spec = indexedFields(known.fields).get(name);
  if (spec?.sort !== true) throw notFoundBy(name);
  return { join: valuesJoined(known, name, spec, language), by: sql`o.sorted ${way} nulls last, ${last}` };
}

/** The title in this language, else in English, else in any. */
const titleIn = (language: string): RawBuilder<string> => sql`lower(case jsonb_typeof(r.title)
  when 'string' then nullif(r.title #>> '{}', '')
  else coalesce(r.title ->> ${language}, r.title ->> 'en', (select t.value from jsonb_each_text(r.title) t limit 1)) end)`;

/** One value for each record: of a text by language the one that is shown. */
function valuesJoined(
  known: RegisterDefinition,
  field: string,
  spec: FieldSpec,
  language: string,
): RawBuilder<unknown> {
  const column = numbers.has(spec.kind)
    ? sql`v.number`
    : spec.kind === 'date'
      ? sql`v.low`
      : sql`lower(v.value) collate "und-x-icu"`;
  return sql`left join (select distinct on (v.record) v.record, ${column} as sorted from ${tableOf(spec)} v
    where v.register = ${known.id} and v.field = ${field}
    order by v.record, v.language is distinct from ${language}, v.language is distinct from 'en', v.language) o
    on o.record = r.id`;
}
