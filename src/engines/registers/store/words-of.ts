import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { listOf, recordOf, type Data } from './split-record.ts';

/** What a record is called: text, or text by language; empty while it has no name. */
export const titleOf = ({ titleField }: RegisterDefinition, data: Data): unknown => data[titleField] ?? '';

/** As much of a record as is looked through without the index. */
const longest = 20_000;

/** The searched words that all readers of a record see, without case and accents. */
export function wordsOf(register: RegisterDefinition, data: Data): string {
  const title = titleOf(register, data);
  const names = typeof title === 'string' ? [title] : Object.values(recordOf(title)).map(String);
  const found = [...searchedTexts(register.fields, data)].map(({ text }) => text);
  return foldWords([...new Set([...names, ...found])].join(' ').slice(0, longest));
}

/** Without case, accents and marks: “Réseau” and “reseau” are one. */
export const foldWords = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

export interface SearchedText {
  readonly text: string;
  /** Where the field holds text by language. */
  readonly language: string | undefined;
  readonly weight: 'high' | 'normal' | 'low';
}

/** Texts of the fields that are searched, and open to all readers of the record; the title always is. */
export function* searchedTexts(fields: RegisterDefinition['fields'], data: Data): Generator<SearchedText> {
  for (const [id, spec] of Object.entries(fields)) {
    if (spec.audience !== undefined) continue;
    if (spec.kind === 'group') {
      const rows = spec.many ? listOf(data[id]) : [data[id]];
      for (const row of rows) yield* searchedTexts(spec.fields, recordOf(row));
    } else if (spec.search !== undefined)
      for (const value of spec.many ? listOf(data[id]) : [data[id]]) yield* textsIn(spec, value, spec.search);
  }
}

function* textsIn(spec: FieldSpec, value: unknown, weight: SearchedText['weight']): Generator<SearchedText> {
  if (typeof value === 'string') yield { text: value, language: undefined, weight };
  else if (spec.kind === 'party') {
    const { name } = recordOf(value);
    if (typeof name === 'string') yield { text: name, language: undefined, weight };
  } else if (spec.kind === 'text' || spec.kind === 'rich')
    for (const [language, text] of Object.entries(recordOf(value)))
      if (typeof text === 'string') yield { text, language, weight };
}
