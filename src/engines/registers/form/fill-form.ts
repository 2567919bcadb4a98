import { countries, subNationalAreas, units as allUnits, worldLanguages } from '#reference/index.ts';
import { languages, say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import type { CodeList } from '../fields/code-list.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { FileValue, LinkValue, Money, Party, Period, Point, Quantity } from '../fields/values.ts';
import type { FormChoice, FormField, FormInput } from './form-field.ts';

export interface Filling {
  /** What is wrong, by path. */
  readonly errors: ReadonlyMap<string, readonly Text[]>;
  /** Title of a record that is referred to, where it is known. */
  readonly titleOf: (register: string, id: string) => Text | undefined;
  /** Words for a closed field. */
  readonly closed: (audience: NonNullable<FieldSpec['audience']>) => Text;
}

/** The form of a record, filled with what it holds; a list gets one empty row more than it has values. */
export function fillForm(
  fields: Readonly<Record<string, FieldSpec>>,
  data: Readonly<Record<string, unknown>>,
  filling: Filling,
): readonly FormField[] {
  return Object.entries(fields).map(([id, spec]) => fillField(spec, data[id], id, filling));
}

function fillField(spec: FieldSpec, value: unknown, path: string, filling: Filling): FormField {
  return {
    ...frameOf(spec, path, filling),
    ...(spec.audience !== undefined && { closed: filling.closed(spec.audience) }),
    input: spec.many ? inputOfMany(spec, value, path, filling) : inputOf(spec, value, path, filling),
  };
}

function frameOf(spec: FieldSpec, path: string, filling: Filling): Omit<FormField, 'input'> {
  const { label, help, required } = spec;
  return { path, label, required, errors: filling.errors.get(path) ?? [], ...(help !== undefined && { help }) };
}

function inputOfMany(spec: FieldSpec, value: unknown, path: string, filling: Filling): FormInput {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  const choices = choicesOf(spec);
  if (choices !== undefined) return { type: 'some-of', chosen: values.map(wordOf), choices };
  const one = { ...spec, many: false, required: false };
  const rows = [...values, undefined].map((each, place): readonly FormField[] => {
    // Counted from 1, as findings count.
    const own = `${path}.${place + 1}`;
    if (spec.kind === 'group') return rowOf(spec.fields, each, own, filling);
    return [{ ...frameOf(one, own, filling), input: inputOf(one, each, own, filling) }];
  });
  return { type: 'rows', rows };
}

function rowOf(
  fields: Readonly<Record<string, FieldSpec>>,
  value: unknown,
  path: string,
  filling: Filling,
): readonly FormField[] {
  const held = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(fields).map(([id, spec]) => fillField(spec, held[id], `${path}.${id}`, filling));
}

function inputOf(spec: FieldSpec, value: unknown, path: string, filling: Filling): FormInput {
  const part = (id: string, label: Text, input: FormInput): FormField => ({
    path: `${path}.${id}`,
    label,
    required: false,
    errors: filling.errors.get(`${path}.${id}`) ?? [],
    input,
  });
  const line = (text: unknown, width?: number): FormInput => ({
    type: 'line',
    as: 'text',
    value: text === undefined ? '' : wordOf(text),
    ...(width !== undefined && { width }),
  });
  const figure = (held: unknown): FormInput => ({
    type: 'line',
    as: 'number',
    value: held === undefined ? '' : wordOf(held),
    width: 16,
  });
  switch (spec.kind) {
    case 'text':
    case 'rich':
      return textInput(spec, value);
    case 'number':
      return figure(value);
    case 'yes-no':
      return { type: 'yes-no', value: value === undefined ? '' : value === true ? 'yes' : 'no' };
    case 'date':
      return line(value, 12);
    case 'identifier':
      return line(value, 40);
    case 'code':
    case 'country':
    case 'language':
      return { type: 'one-of', chosen: value === undefined ? '' : wordOf(value), choices: choicesOf(spec) ?? [] };
    case 'quantity': {
      const held = (value ?? {}) as Partial<Quantity>;
      const choices = allUnits
        .filter(({ id }) => spec.units.includes(id))
        .map(({ id, name }) => ({ value: id, label: name, depth: 0 }));
      return {
        type: 'parts',
        parts: [
          part('value', say('Amount'), figure(held.value)),
          part('unit', say('Unit'), { type: 'one-of', chosen: held.unit ?? '', choices }),
        ],
      };
    }
    case 'money': {
      const held = (value ?? {}) as Partial<Money>;
      return {
        type: 'parts',
        parts: [
          part('amount', say('Amount'), line(held.amount, 16)),
          part('currency', say('Currency'), line(held.currency, 4)),
        ],
      };
    }
    case 'period': {
      const held = (value ?? {}) as Period;
      return {
        type: 'parts',
        parts: [part('from', say('From'), line(held.from, 12)), part('to', say('Until'), line(held.to, 12))],
      };
    }
    case 'point': {
      const held = (value ?? {}) as Partial<Point>;
      return {
        type: 'parts',
        parts: [
          part('latitude', say('Latitude'), figure(held.latitude)),
          part('longitude', say('Longitude'), figure(held.longitude)),
        ],
      };
    }
    case 'party': {
      const held = (value ?? {}) as Partial<Party>;
      const choices = [
        { value: 'person', label: say('Person'), depth: 0 },
        { value: 'body', label: say('Body'), depth: 0 },
      ];
      return {
        type: 'parts',
        parts: [
          part('name', say('Name'), line(held.name)),
          part('kind', say('Person or body'), { type: 'one-of', chosen: held.kind ?? '', choices }),
          part('role', say('Role'), line(held.role)),
        ],
      };
    }
    case 'link': {
      const held = (value ?? {}) as Partial<LinkValue>;
      return {
        type: 'parts',
        parts: [
          part('url', say('Address'), { type: 'line', as: 'url', value: held.url ?? '' }),
          part('label', say('Shown as'), line(held.label)),
        ],
      };
    }
    case 'reference': {
      const title = value === undefined ? undefined : filling.titleOf(spec.register, wordOf(value));
      const held = value === undefined ? '' : wordOf(value);
      return { type: 'record', register: spec.register, value: held, ...(title !== undefined && { title }) };
    }
    case 'file': {
      const held = value as FileValue | undefined;
      const kept = held === undefined ? {} : { kept: { name: held.name, value: JSON.stringify(held) } };
      return { type: 'file', accept: spec.types.join(','), ...kept };
    }
    case 'group':
      return { type: 'parts', parts: rowOf(spec.fields, value, path, filling) };
  }
}

/** A value of a plain kind as an input holds it; what is of another kind was refused by its check and is shown as JSON. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : JSON.stringify(value);

function textInput(spec: FieldSpec & { kind: 'text' | 'rich' }, value: unknown): FormInput {
  const markdown = spec.kind === 'rich';
  const long = markdown || spec.long;
  if (spec.translatable) {
    const held = (value ?? {}) as Multilingual;
    const values = Object.fromEntries(languages.map((language) => [language, held[language] ?? '']));
    return { type: 'languages', long, markdown, values };
  }
  const text = typeof value === 'string' ? value : '';
  return long ? { type: 'paragraphs', value: text, markdown } : { type: 'line', as: 'text', value: text };
}

/** Values of a closed list; none for other kinds. */
export function choicesOf(spec: FieldSpec): readonly FormChoice[] | undefined {
  if (spec.kind === 'code')
    return spec.list.terms.map(({ id, label }) => ({ value: id, label, depth: depthIn(spec.list, id) }));
  if (spec.kind === 'language')
    return worldLanguages.map(({ alpha2, alpha3 }) => ({ value: alpha2 === '' ? alpha3 : alpha2, depth: 0 }));
  if (spec.kind !== 'country') return undefined;
  const whole = countries.map(({ id, name }) => ({ value: id, label: name, depth: 0 }));
  return spec.subNational
    ? [...whole, ...subNationalAreas.map(({ id, name }) => ({ value: id, label: name, depth: 1 }))]
    : whole;
}

function depthIn(list: CodeList, id: string): number {
  const broader = list.terms.find((term) => term.id === id)?.broader;
  return broader === undefined ? 0 : 1 + depthIn(list, broader);
}
