import { say } from '#kernel/i18n/say.ts';
import type { CodeList } from '../code-list.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

const indexes = new WeakMap<CodeList, ReadonlyMap<string, string>>();

/** A code of the field's list; the case of its letters does not matter unless two codes differ in it alone. */
export function checkCode(spec: SpecOf<'code'>, value: unknown, report: Report): string | undefined {
  const word = typeof value === 'string' ? value.trim() : '';
  const index = indexOf(spec.list);
  return (
    index.get(word) ??
    index.get(word.toLowerCase()) ??
    report.refuse(
      say('“{value}” is no code of the list. Choose one, for example {examples}.', {
        value: quoted(value),
        examples: spec.list.terms
          .slice(0, 3)
          .map(({ id }) => id)
          .join(', '),
      }),
    )
  );
}

function indexOf(list: CodeList): ReadonlyMap<string, string> {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  const small = new Map<string, string | undefined>();
  for (const { id } of list.terms) small.set(id.toLowerCase(), small.has(id.toLowerCase()) ? undefined : id);
  for (const [key, id] of small) if (id !== undefined) index.set(key, id);
  for (const { id } of list.terms) index.set(id, id);
  indexes.set(list, index);
  return index;
}
