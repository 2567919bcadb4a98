import { languages, say, type Text } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldKind, FieldSpec } from '../fields/spec.ts';
import type { CellKind, Column } from './column.ts';
import type { Path } from './path.ts';

type Register = Pick<RegisterDefinition, 'fields'>;

/** Columns that tell of a record what is none of its fields. An import knows records by `id`, and only reads the others. */
export const recordColumns = ['id', 'state', 'demonstration', 'changed'] as const;

/**
 * The columns of a register's flat files, in the order of its fields: texts by language (`name@fr`), values of several parts by part
 * (`fine.amount`), single groups by field (`head.office`), repeated groups as JSON after their first `rows` rows (none unless told).
 */
export function columnsOf(register: Register, { rows = 0 }: { readonly rows?: number } = {}): readonly Column[] {
  return Object.entries(register.fields).flatMap(([field, spec]) => {
    if (spec.kind !== 'group' || !spec.many)
      return fieldColumns(spec, { field, id: field, path: [field], labels: [spec.label] });
    const numbered = Array.from({ length: rows }, (_, at) => rowColumns(spec, field, at)).flat();
    const whole: Column = { id: field, field, path: [field], kind: 'json', labels: [spec.label], spec, after: rows };
    return [...numbered, whole];
  });
}

/** The column of this name, a numbered row of a group included; undefined when there is none. */
export function findColumn(register: Register, id: string): Column | undefined {
  const [, field = '', row = ''] = /^(\w+)\.([1-9]\d{0,2})\./.exec(id) ?? [];
  const spec = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined;
  if (row !== '' && spec?.kind === 'group' && spec.many)
    return rowColumns(spec, field, Number(row) - 1).find((column) => column.id === id);
  return columnsOf(register).find((column) => column.id === id);
}

interface At {
  readonly field: string;
  readonly id: string;
  readonly path: Path;
  readonly labels: readonly Text[];
}

function rowColumns(spec: FieldSpec & { kind: 'group' }, field: string, row: number): readonly Column[] {
  const at = { field, id: `${field}.${row + 1}`, path: [field, row], labels: [spec.label, String(row + 1)] };
  return Object.entries(spec.fields).flatMap(([inner, each]) => fieldColumns(each, inside(at, inner, each.label)));
}

function fieldColumns(spec: FieldSpec, at: At): readonly Column[] {
  if (spec.kind === 'group')
    return Object.entries(spec.fields).flatMap(([inner, each]) => fieldColumns(each, inside(at, inner, each.label)));
  const path = spec.many ? [...at.path, '*'] : at.path;
  if ((spec.kind === 'text' || spec.kind === 'rich') && spec.translatable)
    return languages.map((language) => ({
      ...at,
      id: `${at.id}@${language}`,
      path: [...path, language],
      kind: 'text',
      language,
      spec,
    }));
  const parts = partsOf[spec.kind];
  if (parts === undefined) return [{ ...at, path, kind: cellKinds[spec.kind] ?? 'text', spec }];
  return parts.map(([part, kind, label]) => ({ ...inside({ ...at, path }, part, label), kind, spec }));
}

const inside = (at: At, part: string, label: Text): At => ({
  field: at.field,
  id: `${at.id}.${part}`,
  path: [...at.path, part],
  labels: [...at.labels, label],
});

const cellKinds: Readonly<Partial<Record<FieldKind, CellKind>>> = {
  number: 'number',
  'yes-no': 'yes-no',
  date: 'date',
  code: 'code',
  country: 'country',
  language: 'language',
};

const partsOf: Readonly<Partial<Record<FieldKind, readonly (readonly [string, CellKind, Text])[]>>> = {
  quantity: [
    ['value', 'number', say('Amount')],
    ['unit', 'text', say('Unit')],
  ],
  money: [
    ['amount', 'decimal', say('Amount')],
    ['currency', 'text', say('Currency')],
  ],
  period: [
    ['from', 'date', say('From')],
    ['to', 'date', say('Until')],
  ],
  point: [
    ['latitude', 'number', say('Latitude')],
    ['longitude', 'number', say('Longitude')],
  ],
  party: [
    ['name', 'text', say('Name')],
    ['kind', 'party-kind', say('Person or body')],
    ['role', 'text', say('Role')],
  ],
  link: [
    ['url', 'text', say('Web address')],
    ['label', 'text', say('Words shown')],
  ],
  file: [
    ['sha256', 'text', 'SHA-256'],
    ['name', 'text', say('Name')],
    ['bytes', 'number', say('Bytes')],
    ['type', 'text', say('File type')],
    ['language', 'language', say('Language')],
  ],
};
