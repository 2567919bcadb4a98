import type { SearchSource } from './document.ts';
import { breathing } from './segment/breathe.ts';
import { segmentBuilder } from './segment/segment-builder.ts';
import type { Segment } from './segment/segment.ts';

/** Words after which a segment is closed: what sorting them takes stays short. */
const mostTokens = 2_000_000;

/** Reads all documents of the sources into new segments, letting others have their turn; `done` gets each as it is ready. */
export async function buildSegments(
  sources: readonly SearchSource[],
  done: (segment: Segment) => Promise<void> | void,
): Promise<void> {
  const breathe = breathing();
  let builder = segmentBuilder();
  for (const source of sources) {
    for await (const document of source.documents()) {
      builder.add(source.name, document);
      if (builder.tokens > mostTokens) {
        await done(await builder.finished());
        builder = segmentBuilder();
      }
      await breathe();
    }
  }
  if (builder.documents > 0) await done(await builder.finished());
}
