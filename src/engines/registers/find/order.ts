import { sql, type RawBuilder } from 'kysely';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { indexedFields } from '../store/values-of.ts';
import type { RecordQuery } from './query.ts';
import { notFoundBy, type Selection } from './selection.ts';
import { tableOf } from './value-condition.ts';

const numbers = new Set<FieldSpec['kind']>(['number', 'quantity', 'money']);

/** ORDER BY over `register_records r`: what is asked for, then what changed last, then the id. Problem `invalid` for a field without order. */
export function orderOf(known: RegisterDefinition, query: RecordQuery, { ranked }: Selection): RawBuilder<unknown> {
  const asked = query.sort ?? (ranked === undefined ? known.order : 'relevance');
  const name = asked.replace(/^-/, '');
  const way = sql.raw(asked.startsWith('-') ? 'desc' : 'asc');
  const last = sql`r.changed_at desc, r.id`;
  if (name === 'relevance')
    return ranked === undefined ? last : sql`array_position(${[...ranked]}::text[], r.id), ${last}`;
  if (name === 'changed') return sql`r.changed_at ${way}, r.id`;
  if (name === 'title' || name === known.titleField)
    return sql`${titleIn(query.language ?? 'en')} collate "und-x-icu" ${way} nulls last, ${last}`;
  const spec = indexedFields(known.fields).get(name);
  if (spec?.sort !== true) throw notFoundBy(name);
  return sql`${valueIn(known, name, spec, query.language ?? 'en')} ${way} nulls last, ${last}`;
}

/** The title in this language, else in English, else in any. */
const titleIn = (language: string): RawBuilder<string> => sql`lower(case jsonb_typeof(r.title)
  when 'string' then nullif(r.title #>> '{}', '')
  else coalesce(r.title ->> ${language}, r.title ->> 'en', (select t.value from jsonb_each_text(r.title) t limit 1)) end)`;

function valueIn(known: RegisterDefinition, field: string, spec: FieldSpec, language: string): RawBuilder<unknown> {
  const column = numbers.has(spec.kind)
    ? sql`v.number`
    : spec.kind === 'date'
      ? sql`v.low`
      : sql`lower(v.value) collate "und-x-icu"`;
  return sql`(select ${column} from ${tableOf(spec)} v
    where v.register = ${known.id} and v.record = r.id and v.field = ${field}
    order by v.language is distinct from ${language}, v.language is distinct from 'en', v.language limit 1)`;
}
