import { sql, type RawBuilder } from 'kysely';
import type { RegisterDefinition } from '../definition.ts';
import { withNarrower } from '../fields/code-list.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { boundsOf } from '../store/date-bounds.ts';

type Condition = RawBuilder<boolean>;

/** The table that holds the values of a field: closed ones have their own. */
export const tableOf = ({ audience }: FieldSpec): RawBuilder<unknown> =>
  sql.table(audience === undefined ? 'register_values' : 'register_part_values');

/** Whether a record `r` has one of these values in the field. A reference to what is hidden is none. */
export function valueCondition(
  { id }: RegisterDefinition,
  field: string,
  spec: FieldSpec,
  values: readonly string[],
): Condition {
  return sql<boolean>`r.id in (select v.record from ${tableOf(spec)} v
    where v.register = ${id} and v.field = ${field} and ${matches(spec, values)} ${seenTarget(spec)})`;
}

/** Only references to what may be known count. */
export const seenTarget = (spec: FieldSpec): RawBuilder<unknown> =>
  spec.kind === 'reference'
    ? sql`and exists (select from register_records t where t.register = v.target and t.id = v.value)`
    : sql``;

const numbers = new Set<FieldSpec['kind']>(['number', 'quantity', 'money']);

function matches(spec: FieldSpec, values: readonly string[]): Condition {
  if (spec.kind === 'date' || spec.kind === 'period') return any(values.map((value) => dateRange(value)));
  if (numbers.has(spec.kind)) return any(values.map((value) => numberRange(value)));
  const wanted = spec.kind === 'code' ? values.flatMap((value) => withNarrower(spec.list, value)) : values;
  return sql`v.value = any (${[...new Set(wanted)]}::text[])`;
}

const nothing: Condition = sql<boolean>`false`;
const any = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`(${sql.join([...conditions, nothing], sql` or `)})`;

/** Both ends of `from..to`, either of which may be empty; a value without dots is both. */
function endsOf(value: string): readonly [string, string] {
  const at = value.indexOf('..');
  return at < 0 ? [value, value] : [value.slice(0, at), value.slice(at + 2)];
}

/** Dates and periods that can lie, in part or whole, within the range. */
function dateRange(value: string): Condition {
  const [from, to] = endsOf(value);
  const [low, high] = [boundsOf(from)?.low, boundsOf(to)?.high];
  if ((from !== '' && low === undefined) || (to !== '' && high === undefined)) return nothing;
  return sql<boolean>`((${low ?? null}::date is null or v.high is null or v.high >= ${low ?? null}::date)
    and (${high ?? null}::date is null or v.low is null or v.low <= ${high ?? null}::date))`;
}

function numberRange(value: string): Condition {
  const [from, to] = endsOf(value);
  const isNumber = (text: string): boolean => text === '' || /^-?\d{1,30}(\.\d{1,20})?$/.test(text);
  if (!isNumber(from) || !isNumber(to)) return nothing;
  return sql<boolean>`((${from}::text = '' or v.number >= nullif(${from}, '')::numeric)
    and (${to}::text = '' or v.number <= nullif(${to}, '')::numeric))`;
}
