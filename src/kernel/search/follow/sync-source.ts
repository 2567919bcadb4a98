import type { SearchSource } from '../document.ts';
import { breathing } from '../segment/breathe.ts';
import type { IndexList } from '../segment/index-list.ts';
import type { Segment } from '../segment/segment.ts';
import { keyOf, segmentBuilder } from '../segment/segment-builder.ts';
import { documentsOf } from '../segment/strike-out.ts';
import { variantsOf } from '../segment/variants.ts';

/** Words after which a segment is closed: what sorting them takes stays short. */
const mostTokens = 1_000_000;

/**
 * Reads a source whole and brings the index to it: what is unlike is written beside, then all of it goes in and out at once. A
 * source that fails leaves everything as it was.
 */
export async function syncSource(list: IndexList, source: SearchSource): Promise<void> {
  const breathe = breathing();
  const prefix = keyOf(source.name, '');
  const kept = new Map<Segment, Set<number>>();
  const fresh: Segment[] = [];
  let builder = segmentBuilder();
  for await (const document of source.documents()) {
    const key = keyOf(source.name, document.record ?? document.id);
    if (!keepAsItIs(list.segments, key, variantsOf(document), kept)) builder.add(source.name, document);
    if (builder.tokens > mostTokens) {
      fresh.push(await builder.finished());
      builder = segmentBuilder();
    }
    await breathe();
  }
  if (builder.documents > 0) fresh.push(await builder.finished());
  for (const segment of list.segments) {
    for (const document of documentsUnder(segment, prefix))
      if (kept.get(segment)?.has(document) !== true) list.strike(segment, document);
  }
  list.replace(fresh, []);
}

/** Whether all forms of a document are in the index already, to the letter; marks them as kept. */
function keepAsItIs(
  segments: readonly Segment[],
  key: string,
  variants: ReturnType<typeof variantsOf>,
  kept: Map<Segment, Set<number>>,
): boolean {
  for (const segment of segments) {
    const here = documentsOf(segment, key);
    if (here.length < variants.length) continue;
    const same = variants.map(({ document, seenBy }) => {
      const text = JSON.stringify(document);
      const audience = JSON.stringify(seenBy);
      return here.find(
        (one) =>
          segment.stored.read(one) === text && JSON.stringify(segment.classes[segment.classOf[one]!]) === audience,
      );
    });
    const found = same.filter((one) => one !== undefined);
    if (found.length < variants.length) continue;
    const all = kept.get(segment) ?? new Set();
    kept.set(segment, all);
    // The same document twice in a source is kept twice.
    if (found.some((one) => all.has(one))) continue;
    for (const one of found) all.add(one);
    return true;
  }
  return false;
}

/** Documents whose keys begin so and that are in the index. */
function documentsUnder(segment: Segment, prefix: string): readonly number[] {
  const { keys, keyOrder, live, count } = segment;
  const found: number[] = [];
  for (let at = keys.firstFrom(prefix, keyOrder); at < count; at += 1) {
    const document = keyOrder[at]!;
    if (!keys.at(document).startsWith(prefix)) break;
    if ((live[document >>> 5]! >>> (document & 31)) & 1) found.push(document);
  }
  return found;
}
