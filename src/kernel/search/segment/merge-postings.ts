import { breathing } from './breathe.ts';
import { Growing } from './growing.ts';
import { gone } from './gone.ts';
import { postingsWriter } from './postings-writer.ts';
import { blockSize, type Postings, type Segment } from './segment.ts';
import { unpackBlock, unpackPlaces } from './unpack.ts';

const block = new Uint32Array(blockSize);
const places: number[] = [];

/** Postings of several segments under new numbers; `open` marks what everybody may read. */
export async function mergePostings(
  segments: readonly Segment[],
  numbers: readonly Uint32Array[],
  open: Uint8Array,
): Promise<{ postings: Postings; byTerm: Uint32Array }> {
  const breathe = breathing();
  const writer = postingsWriter();
  const byTerm = new Growing((size) => new Uint32Array(size));
  const at = segments.map(() => 0);
  const heads = segments.map((segment) => headOf(segment, 0));
  for (;;) {
    let term: string | undefined;
    for (const head of heads) if (head !== undefined && (term === undefined || head < term)) term = head;
    if (term === undefined) break;
    let begun = false;
    let publicly = 0;
    for (const [nth, segment] of segments.entries()) {
      if (heads[nth] !== term) continue;
      const { postings } = segment;
      const number = at[nth]!;
      let posting = postings.firstPosting[number]!;
      for (let each = postings.firstBlock[number]!; each < postings.firstBlock[number + 1]!; each += 1) {
        const size = unpackBlock(postings, number, each, block);
        for (let index = 0; index < size; index += 1, posting += 1) {
          const document = numbers[nth]![block[index]!]!;
          if (document === gone) continue;
          if (!begun) writer.beginTerm(term);
          begun = true;
          writer.beginDocument(document, postings.weights[posting]!);
          const count = unpackPlaces(postings, each, index, places);
          for (let place = 0; place < count; place += 1) writer.place(places[place]!);
          writer.endDocument();
          publicly += open[document]!;
        }
        await breathe();
      }
      at[nth] = number + 1;
      heads[nth] = headOf(segment, number + 1);
    }
    if (begun) byTerm.push(publicly);
  }
  return { postings: writer.finished(), byTerm: byTerm.finished() };
}

const headOf = ({ postings }: Segment, term: number): string | undefined =>
  term < postings.terms.size ? postings.terms.at(term) : undefined;
