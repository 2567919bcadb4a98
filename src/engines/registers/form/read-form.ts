import { languages } from '#kernel/i18n/say.ts';
import type { FieldSpec } from '../fields/spec.ts';

/** Names and values as a form sends them; several under one name are several values. */
export type Entered = ReadonlyMap<string, readonly string[]>;

/**
 * The record that a form was filled in with, in the shape that its check takes; what cannot be right is handed on as it was entered, so that the
 * check can name it in its place. Fields that the form did not show are absent.
 */
export function readForm(
  fields: Readonly<Record<string, FieldSpec>>,
  entered: Entered,
): Readonly<Record<string, unknown>> {
  return compact(Object.entries(fields).map(([id, spec]) => [id, readField(spec, id, entered)]));
}

const compact = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

const one = (entered: Entered, path: string): string | undefined => {
  const text = entered.get(path)?.[0]?.replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : text;
};

function readField(spec: FieldSpec, path: string, entered: Entered): unknown {
  if (!spec.many) return readOne(spec, path, entered);
  if (spec.kind === 'code' || spec.kind === 'country' || spec.kind === 'language') {
    const chosen = entered.get(path)?.filter((value) => value !== '') ?? [];
    return chosen.length === 0 ? undefined : chosen;
  }
  const values = placesUnder(path, entered).flatMap((place) => {
    const value = readOne(spec, `${path}.${place}`, entered);
    return value === undefined ? [] : [value];
  });
  return values.length === 0 ? undefined : values;
}

/** Numbers of the rows that the form had, in order. */
function placesUnder(path: string, entered: Entered): readonly number[] {
  const places = new Set<number>();
  for (const name of entered.keys()) {
    const place = name.startsWith(`${path}.`) ? /^\d{1,5}/.exec(name.slice(path.length + 1))?.[0] : undefined;
    if (place !== undefined) places.add(Number(place));
  }
  return [...places].toSorted((a, b) => a - b);
}

function readOne(spec: FieldSpec, path: string, entered: Entered): unknown {
  const text = one(entered, path);
  switch (spec.kind) {
    case 'text':
    case 'rich':
      return spec.translatable
        ? filled(languages.map((language) => [language, one(entered, `${path}.${language}`)]))
        : text;
    case 'number':
      return asNumber(text);
    case 'yes-no':
      return text === undefined ? undefined : text === 'yes' ? true : text === 'no' ? false : text;
    case 'quantity':
      return filled([
        ['value', asNumber(one(entered, `${path}.value`))],
        ['unit', one(entered, `${path}.unit`)],
      ]);
    case 'point':
      return filled(['latitude', 'longitude'].map((part) => [part, asNumber(one(entered, `${path}.${part}`))]));
    case 'money':
      return parts(['amount', 'currency'], path, entered);
    case 'period':
      return parts(['from', 'to'], path, entered);
    case 'party':
      return parts(['name', 'kind', 'role'], path, entered);
    case 'link':
      return parts(['url', 'label'], path, entered);
    case 'file':
      return asJson(text);
    case 'group':
      return filled(Object.entries(spec.fields).map(([id, inner]) => [id, readField(inner, `${path}.${id}`, entered)]));
    case 'code':
    case 'country':
    case 'date':
    case 'identifier':
    case 'language':
    case 'reference':
      return text;
  }
}

const parts = (ids: readonly string[], path: string, entered: Entered): unknown =>
  filled(ids.map((id) => [id, one(entered, `${path}.${id}`)]));

/** Parts of one value; nothing when all of them are empty. */
function filled(entries: readonly (readonly [string, unknown])[]): unknown {
  const held = compact(entries);
  return Object.keys(held).length === 0 ? undefined : held;
}

/** A number with a point or comma before its decimals; anything else stays text, for the check to refuse. */
function asNumber(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function asJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
