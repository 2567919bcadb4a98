import type { Text } from '#kernel/i18n/say.ts';
import type { Indicator } from './define-indicator.ts';

/** An indicator's metadata in the order of the custodian's layout. Keys that are numbers (5, 6, 7) come before all others in an object. */
export function metadataSections({
  metadata,
}: Pick<Indicator, 'metadata'>): readonly { readonly section: string; readonly text: Text }[] {
  return Object.entries(metadata)
    .map(([section, text]) => ({ section, text }))
    .toSorted((one, other) => (one.section < other.section ? -1 : 1));
}
