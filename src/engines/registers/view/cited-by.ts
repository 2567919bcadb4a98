import { say, type Text } from '#kernel/i18n/say.ts';
import type { RegistersContext } from '../context.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { CitedByView } from '../pages/parts/cited-by.tsx';
import type { CitationCount } from '../records/count-citations.ts';
import { listCitations } from '../records/list-citations.ts';
import { recordPath } from './lookups.ts';

/** What refers to a record, under the words that each register gives the relation; a few of each, and how many there are. */
export async function citedByView(
  context: RegistersContext,
  register: string,
  id: string,
  counts: readonly CitationCount[],
  few = 5,
): Promise<readonly CitedByView[]> {
  const groups: CitedByView[] = [];
  const named = new Set<string>();
  // Two fields of a register may say the same thing twice, once in detail: the fuller one stands for both.
  for (const { kind, field, count } of counts.toSorted((a, b) => b.count - a.count)) {
    const from = /^register:(.+)$/.exec(kind)?.[1];
    if (from === undefined || field === undefined) continue;
    const name = JSON.stringify([from, inverseOf(context, from, field)]);
    if (named.has(name)) continue;
    named.add(name);
    const { records } = await listCitations(context, register, id, { from: { register: from, field }, size: few });
    groups.push({
      label: inverseOf(context, from, field),
      total: count,
      path: `${recordPath(register, id)}/cited-by?${new URLSearchParams({ from, field }).toString()}`,
      records: records.map((record) => ({
        title: record.title,
        path: recordPath(record.register, record.id),
        withdrawn: record.withdrawn,
        demonstration: record.demonstration,
      })),
    });
  }
  return groups;
}

/** How the other register calls the relation from this side: “Cases under this law”. */
export function inverseOf({ registers }: RegistersContext, register: string, path: string): Text {
  const definition = registers.find(({ id }) => id === register);
  const spec = definition === undefined ? undefined : specAt(definition.fields, path.split('.'));
  return spec?.kind === 'reference' ? spec.inverse : (definition?.title ?? say('Other records'));
}

function specAt(
  fields: Readonly<Record<string, FieldSpec>>,
  [first = '', ...rest]: readonly string[],
): FieldSpec | undefined {
  const spec = fields[first];
  return rest.length > 0 && spec?.kind === 'group' ? specAt(spec.fields, rest) : spec;
}
