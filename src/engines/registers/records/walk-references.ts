import type { RegisterDefinition } from '../definition.ts';
import type { FieldAudience, FieldSpec } from '../fields/spec.ts';
import { listOf, recordOf, type Data } from '../store/split-record.ts';

type ReferenceSpec = Extract<FieldSpec, { readonly kind: 'reference' }>;

/** One reference of a record. */
export interface FoundReference {
  /** `cites`, or `contacts.office` within a group. */
  readonly field: string;
  /** Place in the record, entries of lists counted from 1: `cites.2`. */
  readonly path: string;
  readonly register: string;
  readonly id: string;
  readonly relation: string;
  readonly audience: FieldAudience | undefined;
}

/** Every reference of a record, in the order of its fields. */
export function* referencesOf(fields: RegisterDefinition['fields'], data: Data): Generator<FoundReference> {
  for (const [field, spec] of Object.entries(fields)) {
    if (spec.kind === 'reference') yield* inField(spec, field, field, data[field], spec.audience);
    if (spec.kind !== 'group') continue;
    const rows = spec.many ? listOf(data[field]) : [data[field]];
    for (const [at, row] of rows.entries())
      for (const [inner, each] of Object.entries(spec.fields))
        if (each.kind === 'reference') {
          const path = spec.many ? `${field}.${at + 1}.${inner}` : `${field}.${inner}`;
          yield* inField(each, `${field}.${inner}`, path, recordOf(row)[inner], each.audience ?? spec.audience);
        }
  }
}

function* inField(
  { register, relation, many }: ReferenceSpec,
  field: string,
  path: string,
  value: unknown,
  audience: FieldAudience | undefined,
): Generator<FoundReference> {
  for (const [at, id] of (many ? listOf(value) : [value]).entries())
    if (typeof id === 'string')
      yield { field, path: many ? `${path}.${at + 1}` : path, register, id, relation, audience };
}

/** The record without the references that `keep` turns down; what is left empty goes. */
export function filterReferences(
  fields: RegisterDefinition['fields'],
  data: Data,
  keep: (register: string, id: string) => boolean,
): Data {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(data)) {
    const spec = fields[field];
    const left = spec === undefined ? value : filterValue(spec, value, keep);
    if (left !== undefined) kept[field] = left;
  }
  return kept;
}

function filterValue(spec: FieldSpec, value: unknown, keep: (register: string, id: string) => boolean): unknown {
  const one = (each: unknown): unknown => {
    if (spec.kind === 'reference') return typeof each === 'string' && keep(spec.register, each) ? each : undefined;
    if (spec.kind !== 'group') return each;
    const row = filterReferences(spec.fields, recordOf(each), keep);
    return Object.keys(row).length === 0 ? undefined : row;
  };
  if (!spec.many) return one(value);
  const list = listOf(value)
    .map(one)
    .filter((each) => each !== undefined);
  return list.length === 0 ? undefined : list;
}
