import { languages } from '#kernel/i18n/say.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';

/** JSON Schema 2020-12, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const object = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});
const partialDate: JsonSchema = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };

/** The fields of a record as JSON Schema. A draft may lack anything, so nothing is required; what must be filled is said in words. */
export function recordSchema({ fields }: Pick<RegisterDefinition, 'fields'>): JsonSchema {
  return object(Object.fromEntries(Object.entries(fields).map(([id, spec]) => [id, fieldSchema(spec)])));
}

/** One field, with its label, its help and who may read it. */
export function fieldSchema(spec: FieldSpec): JsonSchema {
  const one = valueSchema(spec);
  const description = [
    ...(spec.help === undefined ? [] : [translate('en', spec.help)]),
    ...(spec.required ? ['Must be filled before the record is published.'] : []),
    ...(spec.unique ? ['No two records hold the same.'] : []),
    ...(spec.audience === undefined ? [] : [`Read and written by: ${spec.audience}.`]),
  ].join(' ');
  return {
    title: translate('en', spec.label),
    ...(description !== '' && { description }),
    ...(spec.many ? { type: 'array', items: one } : one),
  };
}

function valueSchema(spec: FieldSpec): JsonSchema {
  switch (spec.kind) {
    case 'text':
    case 'rich': {
      const text = { type: 'string', maxLength: spec.longest };
      return spec.translatable ? object(Object.fromEntries(languages.map((each) => [each, text]))) : text;
    }
    case 'number':
      return {
        type: spec.decimals === 0 ? 'integer' : 'number',
        ...(spec.least !== undefined && { minimum: spec.least }),
        ...(spec.most !== undefined && { maximum: spec.most }),
      };
    case 'quantity':
      return object({ value: { type: 'number' }, unit: { type: 'string', enum: spec.units } }, ['value', 'unit']);
    case 'money':
      return object({ amount: { type: 'string' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } }, [
        'amount',
        'currency',
      ]);
    case 'yes-no':
      return { type: 'boolean' };
    case 'date':
      return partialDate;
    case 'period':
      return object({ from: partialDate, to: partialDate });
    case 'code':
      return { type: 'string', enum: spec.list.terms.map(({ id }) => id) };
    case 'reference':
      return { type: 'string', description: `Id of a record of the register ${spec.register}.` };
    case 'party':
      return object(
        { name: { type: 'string' }, kind: { type: 'string', enum: ['person', 'body'] }, role: { type: 'string' } },
        ['name', 'kind'],
      );
    case 'country':
      return { type: 'string', description: 'ISO 3166-1 alpha-3, or the code of an area.' };
    case 'point':
      return object({ latitude: { type: 'number' }, longitude: { type: 'number' } }, ['latitude', 'longitude']);
    case 'file':
      return object(
        {
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          name: { type: 'string' },
          bytes: { type: 'integer', minimum: 0 },
          type: { type: 'string', enum: spec.types },
          language: { type: 'string' },
        },
        ['sha256', 'name', 'bytes', 'type'],
      );
    case 'link':
      return object({ url: { type: 'string', format: 'uri' }, label: { type: 'string' } }, ['url']);
    case 'language':
      return { type: 'string', description: 'ISO 639-1, or 639-3 where there is none.' };
    case 'identifier':
      return { type: 'string', description: `Identifier: ${spec.form}.` };
    case 'group':
      return recordSchema(spec);
  }
}
