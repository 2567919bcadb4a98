import type { Text } from '#kernel/i18n/say.ts';
import type { RecordFinding } from '../definition.ts';

/** Findings at the inputs they belong to. */
export function errorsByPath(
  findings: readonly Pick<RecordFinding, 'field' | 'said'>[],
): ReadonlyMap<string, readonly Text[]> {
  const found = new Map<string, Text[]>();
  for (const { field, said } of findings) found.set(field, [...(found.get(field) ?? []), said]);
  return found;
}
