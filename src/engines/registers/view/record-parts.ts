import type { RegisterDefinition } from '../definition.ts';
import { closedWords } from './closed-words.ts';
import type { Lookups } from './lookups.ts';
import { showValue } from './show-value.ts';
import type { Shown, ShownField } from './shown.ts';

/** Long enough to stand under a heading of its own. */
const isPart = ({ kind }: Shown): boolean => kind === 'rich' || kind === 'long' || kind === 'table';

/** The filled fields of a record in the order of the definition: short ones for the margin, long ones for the page. The title stands above both. */
export function recordParts(
  register: RegisterDefinition,
  record: { readonly id: string; readonly data: Readonly<Record<string, unknown>> },
  lookups: Lookups,
): { readonly facts: readonly ShownField[]; readonly parts: readonly ShownField[] } {
  const fields = shownFields(register, record, lookups, Object.keys(register.fields));
  const own = fields.filter(({ id }) => id !== register.titleField);
  return { facts: own.filter(({ value }) => !isPart(value)), parts: own.filter(({ value }) => isPart(value)) };
}

/** The named fields that the record has, in words. */
export function shownFields(
  register: RegisterDefinition,
  { id: record, data }: { readonly id: string; readonly data: Readonly<Record<string, unknown>> },
  lookups: Lookups,
  ids: readonly string[],
): readonly ShownField[] {
  return ids.flatMap((id) => {
    const spec = register.fields[id];
    if (spec === undefined || data[id] === undefined) return [];
    const value = showValue(spec, data[id], { register: register.id, record, field: id, lookups });
    const closed = spec.audience === undefined ? {} : { closed: closedWords(spec.audience) };
    return [{ id, label: spec.label, value, ...closed }];
  });
}
