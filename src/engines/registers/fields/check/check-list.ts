import { say } from '#kernel/i18n/say.ts';
import type { FieldKind, FieldSpec } from '../spec.ts';
import type { CheckField } from './check-group.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report } from './report.ts';

const most = 10_000;
/** Kinds of which the same twice says no more than once. */
const sets = new Set<FieldKind>(['text', 'code', 'country', 'language', 'reference', 'identifier', 'link', 'file']);

/** The entries of a list, each checked; empty ones fall out, and so do repetitions where they mean nothing. */
export function checkList(
  spec: FieldSpec,
  value: unknown,
  report: Report,
  check: CheckField,
): readonly unknown[] | undefined {
  if (!Array.isArray(value))
    return report.refuse(say('This field holds a list, and one entry came. Give a list, even of a single entry.'));
  if (value.length > most)
    return report.refuse(
      say('This list has {count, number} entries, and at most {most, number} fit. Divide it.', {
        count: value.length,
        most,
      }),
    );
  const kept = new Map<unknown, unknown>();
  for (const [at, entry] of (value as readonly unknown[]).entries()) {
    if (isEmpty(entry)) continue;
    const checked = check(spec, entry, report.at(at + 1));
    if (checked === undefined) continue;
    const key = sets.has(spec.kind) ? JSON.stringify(checked) : at;
    if (kept.has(key))
      report
        .at(at + 1)
        .warn(
          'duplicate',
          say('“{value}” is in this list already. The repetition has been left out.', { value: quoted(entry) }),
        );
    else kept.set(key, checked);
  }
  return kept.size === 0 ? undefined : [...kept.values()];
}
