import { findArea, findUnit } from '#reference/index.ts';
import { say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { FileValue, LinkValue, Money, Party, Period, Point, Quantity } from '../fields/values.ts';
import { filteredPath, recordPath, type Lookups } from './lookups.ts';
import type { Shown } from './shown.ts';

interface Where {
  readonly register: string;
  readonly record: string;
  readonly field: string;
  readonly lookups: Lookups;
}

/** A field's value in words, links and tables; the value must have passed its check. Codes that can be filtered by lead to the list. */
export function showValue(spec: FieldSpec, value: unknown, where: Where): Shown {
  if (spec.kind === 'group') return showGroup(spec, value, where);
  if (!spec.many) return showOne(spec, value, where);
  const items = Array.isArray(value) ? value : [];
  return { kind: 'list', items: items.map((each: unknown) => showOne(spec, each, where)) };
}

function showGroup(spec: FieldSpec & { kind: 'group' }, value: unknown, where: Where): Shown {
  const rows = (spec.many ? value : [value]) as readonly Readonly<Record<string, unknown>>[];
  const used = Object.entries(spec.fields).filter(([id]) => rows.some((row) => row[id] !== undefined));
  return {
    kind: 'table',
    columns: used.map(([id, { label }]) => ({ id, label })),
    rows: rows.map((row) =>
      Object.fromEntries(
        used.flatMap(([id, inner]) =>
          row[id] === undefined ? [] : [[id, showValue({ ...inner, facet: false }, row[id], where)]],
        ),
      ),
    ),
  };
}

/** Values were checked when they were saved; what a field holds follows from its kind. */
function showOne(spec: FieldSpec, value: unknown, where: Where): Shown {
  switch (spec.kind) {
    case 'text':
    case 'rich':
      return showText(spec, value as string | Multilingual);
    case 'number':
      return { kind: 'number', value: value as number };
    case 'yes-no':
      return { kind: 'text', text: value === true ? say('Yes') : say('No') };
    case 'quantity':
      return showQuantity(value as Quantity);
    case 'money':
      return { kind: 'money', ...(value as Money) };
    case 'period':
      return { kind: 'period', ...(value as Period) };
    case 'date':
      return { kind: 'date', date: value as string };
    case 'identifier':
      return showIdentifier(spec.form, value as string);
    case 'code':
      return withFilter(spec, value as string, where, spec.list.terms.find(({ id }) => id === value)?.label);
    case 'country':
      return withFilter(spec, value as string, where, findArea(value as string)?.name);
    case 'language':
      return { kind: 'language', code: value as string, ...filterOf(spec, value as string, where) };
    case 'reference':
      return showReference(spec.register, value as string, where.lookups);
    case 'party': {
      const { name, role } = value as Party;
      return { kind: 'text', text: role === undefined ? name : say('{name} ({role})', { name, role }) };
    }
    case 'point': {
      const { latitude, longitude } = value as Point;
      return { kind: 'exact', text: `${latitude}, ${longitude}` };
    }
    case 'link': {
      const { url, label } = value as LinkValue;
      return { kind: 'link', label: label ?? url, address: url };
    }
    case 'file': {
      const { name, bytes, type, sha256 } = value as FileValue;
      return { kind: 'file', name, bytes, type, path: `${recordPath(where.register, where.record)}/files/${sha256}` };
    }
    case 'group':
      return showGroup({ ...spec, many: false }, value, where);
  }
}

function showText(spec: FieldSpec & { kind: 'text' | 'rich' }, value: string | Multilingual): Shown {
  if (spec.kind === 'rich') return { kind: 'rich', source: value };
  if (spec.long) return { kind: 'long', text: value };
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'translated', text: value };
}

function showQuantity({ value, unit }: Quantity): Shown {
  const found = findUnit(unit);
  return { kind: 'number', value, unit: found?.symbol ?? found?.name ?? unit };
}

function showIdentifier(form: string, value: string): Shown {
  if (form === 'doi') return { kind: 'exact', text: value, address: `https://doi.org/${encodeURI(value)}` };
  return form === 'uri' ? { kind: 'exact', text: value, address: value } : { kind: 'exact', text: value };
}

function withFilter(spec: FieldSpec, value: string, where: Where, label: Text | undefined): Shown {
  return { kind: 'code', label: label ?? value, ...filterOf(spec, value, where) };
}

function filterOf(spec: FieldSpec, value: string, where: Where): { path?: string } {
  return spec.facet ? { path: filteredPath(where.register, where.field, value) } : {};
}

function showReference(register: string, id: string, lookups: Lookups): Shown {
  const found = lookups.record(register, id);
  if (found === undefined) return { kind: 'record', title: id, missing: true };
  const { title, withdrawn, demonstration } = found;
  return { kind: 'record', title, path: recordPath(register, id), withdrawn, demonstration };
}
