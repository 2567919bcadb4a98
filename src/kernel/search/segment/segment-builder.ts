import type { SearchDocument } from '../document.ts';
import { analyseDocument } from '../words/analyse-document.ts';
import { breathing } from './breathe.ts';
import { columnsBuilder } from './columns.ts';
import { growingBytes, growingNumbers } from './growing.ts';
import { lengthCode, lengthOfCode } from './length-scale.ts';
import { growingPlaces, postingsWriter } from './postings-writer.ts';
import type { Postings, Segment, VisibilityClass } from './segment.ts';
import { textsInMemory } from './stored-texts.ts';
import { growingStrings } from './string-table.ts';
import { tieOf } from './tie.ts';
import { variantsOf } from './variants.ts';

const nowhere = 0xff_ff_ff_ff;

export interface SegmentBuilder {
  readonly tokens: number;
  readonly documents: number;
  add(source: string, document: SearchDocument): void;
  finished(): Promise<Segment>;
}

export const keyOf = (source: string, record: string): string => `${source}\u0000${record}`;
export const isPublic = ({ needs, demonstration }: VisibilityClass): boolean =>
  !demonstration && needs.every((audience) => audience === 'public');

/** Collects documents; `finished` sorts their words into postings, letting others have their turn. */
export function segmentBuilder(): SegmentBuilder {
  const terms = new Map<string, number>();
  const tokenTerm = growingNumbers();
  const tokenPlace = growingNumbers();
  const tokenHalves = growingBytes();
  const tokensFrom = growingNumbers();
  const lengths = growingBytes();
  const ties = growingNumbers();
  const classes = new Map<string, { code: number; seenBy: VisibilityClass }>();
  const classOf = growingNumbers();
  const keys: string[] = [];
  const stored = growingBytes();
  const storedFrom = growingPlaces();
  const columns = columnsBuilder();
  const publicly = { documents: 0, length: 0 };
  storedFrom.push(0);

  const give = (term: string, place: number, halves: number): void => {
    let number = terms.get(term);
    if (number === undefined) terms.set(term, (number = terms.size));
    tokenTerm.push(number);
    tokenPlace.push(place < 0 ? nowhere : place);
    tokenHalves.push(halves);
  };
  return {
    get tokens() {
      return tokenTerm.length;
    },
    get documents() {
      return keys.length;
    },
    add(source, whole) {
      for (const { document, seenBy } of variantsOf(whole)) {
        tokensFrom.push(tokenTerm.length);
        const length = lengthCode(analyseDocument(document, give));
        lengths.push(length);
        ties.push(tieOf(document.id));
        const name = JSON.stringify(seenBy);
        const known = classes.get(name) ?? { code: classes.size, seenBy };
        classes.set(name, known);
        classOf.push(known.code);
        if (isPublic(seenBy)) {
          publicly.documents += 1;
          publicly.length += lengthOfCode[length]!;
        }
        columns.add(keys.length, document);
        keys.push(keyOf(source, document.record ?? document.id));
        stored.pushAll(new Uint8Array(Buffer.from(JSON.stringify(document), 'utf8')));
        storedFrom.push(stored.length);
      }
    },
    async finished() {
      const breathe = breathing();
      tokensFrom.push(tokenTerm.length);
      const classList = [...classes.values()].map(({ seenBy }) => seenBy);
      const open = Uint8Array.from(classOf.values.subarray(0, classOf.length), (code) =>
        isPublic(classList[code]!) ? 1 : 0,
      );
      const { postings, byTerm } = await sortTokens({
        terms,
        tokenTerm: tokenTerm.finished(),
        tokenPlace: tokenPlace.finished(),
        tokenHalves: tokenHalves.finished(),
        tokensFrom: tokensFrom.finished(),
        open,
      });
      await breathe();
      const table = growingStrings();
      for (const key of keys) table.push(key);
      const keyOrder = Uint32Array.from(keys.keys()).sort((one, other) =>
        keys[one]! < keys[other]! ? -1 : keys[one]! > keys[other]! ? 1 : one - other,
      );
      await breathe();
      return {
        count: keys.length,
        postings,
        lengths: lengths.finished(),
        ties: ties.finished(),
        classes: classList,
        classOf: Uint16Array.from(classOf.finished()),
        keys: table.finished(),
        keyOrder,
        ...columns.finished(keys.length),
        stored: textsInMemory(stored.finished(), storedFrom.finished()),
        live: allSet(keys.length),
        struckOut: 0,
        publicly: { ...publicly, byTerm },
      };
    },
  };
}

/** A bit for each of `count` things, all set. */
export function allSet(count: number): Uint32Array<ArrayBuffer> {
  const bits = new Uint32Array((count + 31) >>> 5).fill(0xff_ff_ff_ff);
  if (count % 32 !== 0) bits[bits.length - 1] = 2 ** (count % 32) - 1;
  return bits;
}

interface Tokens {
  readonly terms: ReadonlyMap<string, number>;
  readonly tokenTerm: Uint32Array;
  readonly tokenPlace: Uint32Array;
  readonly tokenHalves: Uint8Array;
  /** Document d has the tokens from `tokensFrom[d]` to `tokensFrom[d + 1]`. */
  readonly tokensFrom: Uint32Array;
  /** 1 for documents that everybody may read. */
  readonly open: Uint8Array;
}

/** Counting sort by term; it keeps the order of documents and of places. */
async function sortTokens(tokens: Tokens): Promise<{ postings: Postings; byTerm: Uint32Array }> {
  const { terms, tokenTerm, tokenPlace, tokenHalves, tokensFrom, open } = tokens;
  const breathe = breathing();
  // Sorted as they are, without asking for each pair, they take a third of the time.
  const sorted = [...terms.keys()].sort();
  await breathe();
  const next = new Uint32Array(terms.size);
  for (let token = 0; token < tokenTerm.length; token += 1) next[tokenTerm[token]!]! += 1;
  await breathe();
  let sum = 0;
  for (const name of sorted) {
    const term = terms.get(name)!;
    const count = next[term]!;
    next[term] = sum;
    sum += count;
  }
  const order = new Uint32Array(tokenTerm.length);
  const documentOf = new Uint32Array(tokenTerm.length);
  for (let document = 0; document < tokensFrom.length - 1; document += 1) {
    for (let token = tokensFrom[document]!; token < tokensFrom[document + 1]!; token += 1) {
      const at = next[tokenTerm[token]!]!++;
      order[at] = token;
      documentOf[at] = document;
    }
    if (document % 256 === 0) await breathe();
  }
  const writer = postingsWriter();
  const byTerm = new Uint32Array(terms.size);
  let at = 0;
  for (const [nth, term] of sorted.entries()) {
    writer.beginTerm(term);
    const end = next[terms.get(term)!]!;
    while (at < end) {
      const document = documentOf[at]!;
      let until = at;
      let halves = 0;
      while (until < end && documentOf[until] === document) halves += tokenHalves[order[until++]!]!;
      writer.beginDocument(document, Math.min(255, halves));
      for (; at < until; at += 1) {
        const place = tokenPlace[order[at]!]!;
        if (place !== nowhere) writer.place(place);
      }
      writer.endDocument();
      byTerm[nth]! += open[document]!;
    }
    if (nth % 64 === 0) await breathe();
  }
  return { postings: writer.finished(), byTerm };
}
