import { isDeepStrictEqual } from 'node:util';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { isEmpty, listOf, recordOf, type Data } from '../store/split-record.ts';

type Fields = RegisterDefinition['fields'];
type Seen = (register: string, id: string) => boolean;

/**
 * Puts references that the writer could not see back where they were: into lists at the end, into a field that the writer
 * left empty, and into rows of a group that are as they were otherwise. `held` is the record before, whole.
 */
export function keepHiddenReferences(fields: Fields, written: Data, held: Data, seen: Seen): Data {
  const kept: Record<string, unknown> = { ...written };
  for (const [field, spec] of Object.entries(fields)) {
    const value = keptIn(spec, written[field], held[field], seen);
    if (!isEmpty(value)) kept[field] = value;
  }
  return kept;
}

function keptIn(spec: FieldSpec, written: unknown, held: unknown, seen: Seen): unknown {
  if (spec.kind === 'group') {
    if (spec.many) return rows(spec.fields, listOf(written), listOf(held), seen);
    return keepHiddenReferences(spec.fields, recordOf(written), recordOf(held), seen);
  }
  if (spec.kind !== 'reference') return written;
  const hidden = (id: unknown): boolean => typeof id === 'string' && !seen(spec.register, id);
  if (spec.many) return [...new Set([...listOf(written), ...listOf(held).filter(hidden)])];
  return isEmpty(written) && hidden(held) ? held : written;
}

/** Rows are known by what is no reference; one that held nothing but hidden references was not there for the writer. */
function rows(fields: Fields, written: readonly unknown[], held: readonly unknown[], seen: Seen): readonly unknown[] {
  const plain = (row: unknown): Data =>
    Object.fromEntries(Object.entries(recordOf(row)).filter(([id]) => fields[id]?.kind !== 'reference'));
  const free = [...held];
  const found = written.map((row) => {
    const at = free.findIndex((each) => isDeepStrictEqual(plain(each), plain(row)));
    return at < 0 ? row : keepHiddenReferences(fields, recordOf(row), recordOf(free.splice(at, 1)[0]), seen);
  });
  const unseen = free
    .filter((row) => isEmpty(plain(row)))
    .map((row) => keepHiddenReferences(fields, {}, recordOf(row), seen))
    .filter((row) => !isEmpty(row));
  return [...found, ...unseen];
}
