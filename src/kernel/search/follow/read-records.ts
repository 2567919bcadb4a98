import type { SearchDocument, SearchSource } from '../document.ts';
import type { IndexList } from '../segment/index-list.ts';
import { keyOf, segmentBuilder } from '../segment/segment-builder.ts';

export interface Failure {
  readonly source: string;
  readonly record: string;
  readonly error: unknown;
}

/** Reads these records again and puts them in place of what the index has of them. One that fails is taken out: better missing than stale. */
export async function readRecords(
  list: IndexList,
  sources: ReadonlyMap<string, SearchSource>,
  records: readonly { readonly source: string; readonly record: string }[],
): Promise<readonly Failure[]> {
  const builder = segmentBuilder();
  const failures: Failure[] = [];
  const keys = new Set<string>();
  for (const { source, record } of records) {
    const key = keyOf(source, record);
    const read = sources.get(source)?.read;
    if (keys.has(key) || read === undefined) continue;
    keys.add(key);
    try {
      const documents: readonly SearchDocument[] = await read(record);
      for (const document of documents) builder.add(source, { ...document, record });
    } catch (error) {
      failures.push({ source, record, error });
    }
  }
  list.replace(builder.documents > 0 ? [await builder.finished()] : [], keys);
  return failures;
}
