import { translate, type Language } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { indexedFields } from '../store/values-of.ts';
import { recordSchema } from './field-schema.ts';
import type { Json } from './record-json.ts';

/** A register in a line of the list. */
export const registerLine = ({ id, title, one, about, sources }: RegisterDefinition, language: Language): Json => ({
  id,
  title: translate(language, title),
  one: translate(language, one),
  about: translate(language, about),
  sources,
  links: { self: `/api/v1/registers/${id}`, records: `/api/v1/registers/${id}/records`, page: `/registers/${id}` },
});

/** A register as its reader knows it: fields, what records are found and sorted by, the lifecycle, and a record as JSON Schema. */
export function registerJson(known: RegisterDefinition, language: Language): Json {
  const say = (text: RegisterDefinition['title']): string => translate(language, text);
  const fields = [...indexedFields(known.fields)];
  const lists = new Map(
    Object.values(known.fields)
      .flatMap((spec) => (spec.kind === 'group' ? Object.values(spec.fields) : [spec]))
      .flatMap((spec) => (spec.kind === 'code' ? [[spec.list.id, spec.list] as const] : [])),
  );
  return {
    ...registerLine(known, language),
    titleField: known.titleField,
    ...(known.keyField !== undefined && { keyField: known.keyField }),
    ...(known.stateField !== undefined && { stateField: known.stateField }),
    filters: fields.map(([id]) => id),
    facets: fields.filter(([, { facet }]) => facet).map(([id]) => id),
    sorts: ['title', 'changed', ...fields.filter(([, { sort }]) => sort).map(([id]) => id)],
    order: known.order,
    lifecycle: {
      states: known.lifecycle.states.map(({ id, label, shown, withdrawn }) => ({
        id,
        label: say(label),
        shown,
        ...(withdrawn === true && { withdrawn }),
      })),
      moves: known.lifecycle.moves.map(({ id, label, from, to, complete, reason }) => ({
        id,
        label: say(label),
        from,
        to,
        complete,
        reason,
      })),
    },
    codeLists: Object.fromEntries(
      [...lists].map(([id, { terms }]) => [id, terms.map((term) => ({ ...term, label: say(term.label) }))]),
    ),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', title: say(known.one), ...recordSchema(known) },
  };
}
