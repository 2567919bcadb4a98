import { findArea, findUnit } from '#reference/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { FileValue, LinkValue, Money, Party, Period, Point, Quantity } from '../fields/values.ts';
import { parseRich } from '../rich/parse-rich.ts';
import { plainText } from '../rich/plain-text.ts';

type Data = Readonly<Record<string, unknown>>;

export const jsonLdContext = 'https://schema.org';

/** A record as schema.org has it: the fields that the definition gives a property, texts with their languages. Without a definition, a creative work with its name. */
export function recordAsJsonLd(
  register: RegisterDefinition,
  record: { readonly id: string; readonly data: Data; readonly demonstration: boolean },
  origin: string,
): Data {
  const address = `${origin}/registers/${register.id}/${encodeURIComponent(record.id)}`;
  const properties = { [register.titleField]: 'name', ...register.jsonLd?.properties };
  const found = new Map<string, unknown[]>();
  for (const [field, property] of Object.entries(properties)) {
    const spec = register.fields[field];
    const value = record.data[field];
    if (property === undefined || spec === undefined || value === undefined) continue;
    const entries = spec.many && Array.isArray(value) ? (value as readonly unknown[]) : [value];
    found.set(property, [...(found.get(property) ?? []), ...entries.flatMap((entry) => valueOf(spec, entry, origin))]);
  }
  const tongues = languagesOf(register, record.data);
  return {
    '@type': register.jsonLd?.type ?? 'CreativeWork',
    '@id': address,
    url: address,
    identifier: record.id,
    ...(tongues.length > 0 && !found.has('inLanguage') && { inLanguage: tongues }),
    ...(record.demonstration && { creativeWorkStatus: 'Demonstration' }),
    ...Object.fromEntries([...found].map(([property, values]) => [property, values.length === 1 ? values[0] : values])),
  };
}

/** Languages in which the record has text. */
function languagesOf({ fields }: RegisterDefinition, data: Data): readonly string[] {
  const found = Object.entries(fields).flatMap(([field, spec]) =>
    (spec.kind === 'text' || spec.kind === 'rich') && spec.translatable && !spec.many
      ? Object.keys(data[field] ?? {})
      : [],
  );
  return [...new Set(found)].toSorted();
}

/** Values passed their check when they were saved; what a field holds follows from its kind. */
function valueOf(spec: FieldSpec, value: unknown, origin: string): readonly unknown[] {
  switch (spec.kind) {
    case 'text':
    case 'rich': {
      const words = (text: string): string => (spec.kind === 'rich' ? plainText(parseRich(text)) : text);
      if (typeof value === 'string') return [words(value)];
      return Object.entries(value as Record<string, string>).map(([language, text]) => ({
        '@language': language,
        '@value': words(text),
      }));
    }
    case 'quantity': {
      const { value: amount, unit } = value as Quantity;
      return [{ '@type': 'QuantitativeValue', value: amount, unitText: findUnit(unit)?.name.en ?? unit }];
    }
    case 'money': {
      const { amount, currency } = value as Money;
      return [{ '@type': 'MonetaryAmount', value: amount, currency }];
    }
    case 'period': {
      const { from, to } = value as Period;
      return [`${from ?? '..'}/${to ?? '..'}`];
    }
    case 'code':
      return [
        {
          '@type': 'DefinedTerm',
          termCode: value,
          ...nameOfTerm(spec, value),
          inDefinedTermSet: translate('en', spec.list.label),
        },
      ];
    case 'country': {
      const area = findArea(String(value));
      return [
        {
          '@type': area?.kind === 'country' ? 'Country' : 'AdministrativeArea',
          identifier: value,
          name: area?.name.en ?? value,
        },
      ];
    }
    case 'reference':
      return [{ '@id': `${origin}/registers/${spec.register}/${encodeURIComponent(String(value))}` }];
    case 'party': {
      const { name, kind, role } = value as Party;
      return [
        {
          '@type': kind === 'person' ? 'Person' : 'Organization',
          name,
          ...(role !== undefined && { description: role }),
        },
      ];
    }
    case 'point':
      return [{ '@type': 'GeoCoordinates', ...(value as Point) }];
    case 'link':
      return [(value as LinkValue).url];
    case 'file': {
      const { name, bytes, type, sha256 } = value as FileValue;
      return [{ '@type': 'MediaObject', name, contentSize: String(bytes), encodingFormat: type, sha256 }];
    }
    case 'group':
      return [
        {
          '@type': 'PropertyValue',
          value: Object.entries(value as Data).map(([inner, part]) => ({
            '@type': 'PropertyValue',
            propertyID: inner,
            value: innerValue(spec.fields[inner], part, origin),
          })),
        },
      ];
    case 'number':
    case 'yes-no':
    case 'date':
    case 'language':
    case 'identifier':
      return [value];
  }
}

function innerValue(spec: FieldSpec | undefined, value: unknown, origin: string): unknown {
  if (spec === undefined) return value;
  const entries = spec.many && Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const values = entries.flatMap((entry) => valueOf(spec, entry, origin));
  return values.length === 1 ? values[0] : values;
}

function nameOfTerm(spec: FieldSpec & { kind: 'code' }, value: unknown): { name?: string } {
  const label = spec.list.terms.find(({ id }) => id === value)?.label;
  return label === undefined ? {} : { name: translate('en', label) };
}
