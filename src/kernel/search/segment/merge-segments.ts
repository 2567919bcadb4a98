import type { SearchDocument } from '../document.ts';
import { breathing } from './breathe.ts';
import { columnsBuilder } from './columns.ts';
import { gone } from './gone.ts';
import { growingBytes } from './growing.ts';
import { mergeKeyOrder } from './merge-key-order.ts';
import { mergePostings } from './merge-postings.ts';
import { growingPlaces } from './postings-writer.ts';
import { lengthOfCode } from './length-scale.ts';
import type { Segment, VisibilityClass } from './segment.ts';
import { allSet, isPublic } from './segment-builder.ts';
import { textsInMemory } from './stored-texts.ts';
import { growingStrings } from './string-table.ts';

export interface Merged {
  readonly segment: Segment;
  /** For each old segment, the new number of each of its documents, or `gone`. */
  readonly numbers: readonly Uint32Array[];
}

/** One segment with what is in the index of several, in their order; others have their turn meanwhile. */
export async function mergeSegments(segments: readonly Segment[]): Promise<Merged> {
  const breathe = breathing();
  let count = 0;
  const numbers = segments.map(({ live, count: size }) =>
    Uint32Array.from({ length: size }, (_, document) =>
      (live[document >>> 5]! >>> (document & 31)) & 1 ? count++ : gone,
    ),
  );
  const lengths = new Uint8Array(count);
  const ties = new Uint32Array(count);
  const classOf = new Uint16Array(count);
  const open = new Uint8Array(count);
  const classes = new Map<string, { code: number; seenBy: VisibilityClass }>();
  const keys: string[] = [];
  const stored = growingBytes();
  const storedFrom = growingPlaces();
  const columns = columnsBuilder();
  const publicly = { documents: 0, length: 0 };
  storedFrom.push(0);
  for (const [nth, segment] of segments.entries()) {
    for (let document = 0; document < segment.count; document += 1) {
      const number = numbers[nth]![document]!;
      if (number === gone) continue;
      const seenBy = segment.classes[segment.classOf[document]!]!;
      const name = JSON.stringify(seenBy);
      const known = classes.get(name) ?? { code: classes.size, seenBy };
      classes.set(name, known);
      classOf[number] = known.code;
      lengths[number] = segment.lengths[document]!;
      ties[number] = segment.ties[document]!;
      if (isPublic(seenBy)) {
        open[number] = 1;
        publicly.documents += 1;
        publicly.length += lengthOfCode[segment.lengths[document]!]!;
      }
      keys.push(segment.keys.at(document));
      const bytes = segment.stored.bytes(segment.stored.starts[document]!, segment.stored.starts[document + 1]!);
      stored.pushAll(new Uint8Array(bytes));
      storedFrom.push(stored.length);
      // Written by this index itself.
      columns.add(number, JSON.parse(Buffer.from(bytes).toString('utf8')) as SearchDocument);
      await breathe();
    }
  }
  const { postings, byTerm } = await mergePostings(segments, numbers, open);
  const table = growingStrings();
  for (const key of keys) table.push(key);
  await breathe();
  const keyOrder = await mergeKeyOrder(segments, numbers, count);
  const segment: Segment = {
    count,
    postings,
    lengths,
    ties,
    classes: [...classes.values()].map(({ seenBy }) => seenBy),
    classOf,
    keys: table.finished(),
    keyOrder,
    ...columns.finished(count),
    stored: textsInMemory(stored.finished(), storedFrom.finished()),
    live: allSet(count),
    struckOut: 0,
    publicly: { ...publicly, byTerm },
  };
  return { segment, numbers };
}
