import { isDeepStrictEqual } from 'node:util';
import type { Text } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { pairRows } from './diff-rows.ts';
import { diffSequence, type Step } from './diff-sequence.ts';
import { diffWords, type Stretch } from './diff-words.ts';

type Data = Readonly<Record<string, unknown>>;

/** A finer look at what changed within a field. */
export type Detail =
  /** `language` where the text is kept by language: one detail for each that changed. */
  | { readonly kind: 'words'; readonly language?: string; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'entries'; readonly steps: readonly Step<unknown>[] }
  /** A row of a group; without `fields` it is as it was, or wholly new or gone. */
  | {
      readonly kind: 'row';
      readonly change: FieldDiff['change'] | 'same';
      readonly before?: Data;
      readonly after?: Data;
      readonly fields?: readonly FieldDiff[];
    };

export interface FieldDiff {
  readonly field: string;
  readonly label: Text;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
  /** For texts, lists and groups that were there before and after. */
  readonly details: readonly Detail[];
}

/** What differs between two states of a record, field by field in the register's order. Nothing differs: an empty list. */
export function diffRecords(
  register: Pick<RegisterDefinition, 'fields'>,
  before: Data,
  after: Data,
): readonly FieldDiff[] {
  return diffFields(register.fields, before, after);
}

function diffFields(fields: Readonly<Record<string, FieldSpec>>, before: Data, after: Data): readonly FieldDiff[] {
  const ids = new Set([...Object.keys(fields), ...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((field) => {
    const [was, is] = [own(before, field), own(after, field)];
    if (isDeepStrictEqual(was, is)) return [];
    const spec = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return {
      field,
      label: spec?.label ?? field,
      change,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
      details: change === 'changed' && spec !== undefined ? detailsOf(spec, was, is) : [],
    } satisfies FieldDiff;
  });
}

function detailsOf(spec: FieldSpec, before: unknown, after: unknown): readonly Detail[] {
  if (spec.kind === 'group') {
    const rows = spec.many ? pairRows(rowsOf(before), rowsOf(after)) : [{ before: rowOf(before), after: rowOf(after) }];
    return rows.map(({ before: was, after: is }) => diffRow(spec.fields, was, is));
  }
  if (spec.many && Array.isArray(before) && Array.isArray(after))
    return [{ kind: 'entries', steps: diffSequence<unknown>(before, after, (entry) => JSON.stringify(entry)) }];
  if (spec.kind !== 'text' && spec.kind !== 'rich') return [];
  if (typeof before === 'string' && typeof after === 'string')
    return [{ kind: 'words', stretches: diffWords(before, after) }];
  const [was, is] = [rowOf(before), rowOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((language) => was[language] !== is[language])
    .map((language) => ({
      kind: 'words',
      language,
      stretches: diffWords(textOf(was[language]), textOf(is[language]), language),
    }));
}

function diffRow(
  fields: Readonly<Record<string, FieldSpec>>,
  before: Data | undefined,
  after: Data | undefined,
): Detail {
  if (before === undefined || after === undefined)
    return {
      kind: 'row',
      change: before === undefined ? 'added' : 'removed',
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  const inner = diffFields(fields, before, after);
  if (inner.length === 0) return { kind: 'row', change: 'same', before, after };
  return { kind: 'row', change: 'changed', before, after, fields: inner };
}

const own = (data: Data, field: string): unknown => (Object.hasOwn(data, field) ? data[field] : undefined);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const rowOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});
const rowsOf = (value: unknown): readonly Data[] => (Array.isArray(value) ? value.map(rowOf) : [rowOf(value)]);
