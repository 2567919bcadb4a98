import type { RegisterDefinition } from '../definition.ts';
import type { FieldKind, FieldSpec } from '../fields/spec.ts';
import { boundsOf } from './date-bounds.ts';
import { listOf, recordOf, type Data } from './split-record.ts';

/** One value that a record is found by. */
export interface FoundBy {
  /** `adopted`, or `contacts.office` within a group. */
  readonly field: string;
  readonly value: string;
  readonly language?: string;
  /** Decimal text. */
  readonly number?: string;
  readonly low?: string;
  readonly high?: string;
  readonly target?: string;
}

/** Fields that records are found by, by path, with the audience of the group that they are in. */
export function indexedFields(fields: RegisterDefinition['fields']): ReadonlyMap<string, FieldSpec> {
  const found = new Map<string, FieldSpec>();
  for (const [id, spec] of Object.entries(fields)) {
    if (isIndexed(spec)) found.set(id, spec);
    if (spec.kind !== 'group') continue;
    for (const [inner, each] of Object.entries(spec.fields)) {
      const audience = each.audience ?? spec.audience;
      if (isIndexed(each)) found.set(`${id}.${inner}`, audience === undefined ? each : { ...each, audience });
    }
  }
  return found;
}

const isIndexed = ({ facet, sort, unique, kind }: FieldSpec): boolean =>
  facet || sort || unique || kind === 'reference';

/** All values that a record, or a part of one, is found by; each once. */
export function valuesOf(fields: RegisterDefinition['fields'], data: Data): readonly FoundBy[] {
  const found = new Map<string, FoundBy>();
  for (const [path, spec] of indexedFields(fields)) {
    const [outer = '', inner] = path.split('.');
    const held = inner === undefined ? [data[outer]] : rowsIn(data[outer]).map((row) => row[inner]);
    for (const value of held.flatMap((each) => (spec.many ? listOf(each) : [each])))
      for (const each of (readers[spec.kind] ?? readText)(value, spec))
        found.set(`${path}\n${each.language ?? ''}\n${each.value}`, { field: path, ...each });
  }
  return [...found.values()];
}

const rowsIn = (value: unknown): readonly Data[] => (Array.isArray(value) ? value.map(recordOf) : [recordOf(value)]);

/** A text of that length fits into the database's index whatever its script. */
const longest = 500;

type Found = Omit<FoundBy, 'field'>;
type ReadValue = (value: unknown, spec: FieldSpec) => readonly Found[];

/** Kinds that are more than a text. */
const readers: Readonly<Partial<Record<FieldKind, ReadValue>>> = {
  number: (value) => (Number.isFinite(value) ? [{ value: `${Number(value)}`, number: `${Number(value)}` }] : []),
  'yes-no': (value) => (typeof value === 'boolean' ? [{ value: `${value}` }] : []),
  quantity(held) {
    const { value, unit } = recordOf(held);
    return Number.isFinite(value) ? [{ value: `${Number(value)} ${String(unit)}`, number: `${Number(value)}` }] : [];
  },
  money(held) {
    const { amount, currency } = recordOf(held);
    const isAmount = typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount);
    return isAmount ? [{ value: `${amount} ${String(currency)}`, number: amount }] : [];
  },
  date(value) {
    const bounds = boundsOf(value);
    return bounds === undefined ? [] : [{ value: bounds.date, low: bounds.low, high: bounds.high }];
  },
  period(held) {
    const [from, to] = [boundsOf(recordOf(held)['from']), boundsOf(recordOf(held)['to'])];
    if (from === undefined && to === undefined) return [];
    const ends = { ...(from !== undefined && { low: from.low }), ...(to !== undefined && { high: to.high }) };
    return [{ value: `${from?.date ?? ''}..${to?.date ?? ''}`, ...ends }];
  },
  reference: (value, spec) =>
    typeof value === 'string' && value !== '' && spec.kind === 'reference' ? [{ value, target: spec.register }] : [],
};

/** A text, or a text in each of its languages. */
function readText(value: unknown): readonly Found[] {
  if (typeof value === 'string') return value === '' ? [] : [{ value: value.slice(0, longest) }];
  return Object.entries(recordOf(value)).flatMap(([language, words]) =>
    typeof words === 'string' && words !== '' ? [{ value: words.slice(0, longest), language }] : [],
  );
}
