import { Growing, growingBytes, growingNumbers } from './growing.ts';
import { blockSize, type Postings } from './segment.ts';
import { growingStrings } from './string-table.ts';

/** Writes postings term by term (sorted), each term's documents ascending, each document's places ascending. */
export interface PostingsWriter {
  beginTerm(term: string): void;
  beginDocument(document: number, weight: number): void;
  place(place: number): void;
  endDocument(): void;
  finished(): Postings;
}

export function postingsWriter(): PostingsWriter {
  const terms = growingStrings();
  const firstBlock = growingNumbers();
  const firstPosting = growingNumbers();
  const blockLast = growingNumbers();
  const blockDocuments = growingNumbers();
  const blockPlaces = growingNumbers();
  const documentBytes = growingBytes();
  const weights = growingBytes();
  const placeBytes = growingBytes();
  let inTerm = 0;
  let before = -1;
  let placeBefore = -1;
  let waiting = -1;
  const flush = (last: 0 | 1): void => {
    placeBytes.pushVarint((waiting << 1) | last);
    waiting = -1;
  };
  return {
    beginTerm(term) {
      terms.push(term);
      firstBlock.push(blockLast.length);
      firstPosting.push(weights.length);
      inTerm = 0;
      before = -1;
    },
    beginDocument(document, weight) {
      if (inTerm % blockSize === 0) {
        blockLast.push(document);
        blockDocuments.push(documentBytes.length);
        blockPlaces.push(placeBytes.length);
      } else blockLast.values[blockLast.length - 1] = document;
      documentBytes.pushVarint(document - before - 1);
      weights.push(weight);
      before = document;
      placeBefore = -1;
      inTerm += 1;
    },
    place(place) {
      // The same word twice in one place, as two stems that meet.
      if (place === placeBefore) return;
      if (waiting >= 0) flush(0);
      waiting = place - placeBefore - 1;
      placeBefore = place;
    },
    endDocument() {
      if (waiting < 0) waiting = 0;
      flush(1);
    },
    finished() {
      firstBlock.push(blockLast.length);
      firstPosting.push(weights.length);
      return {
        terms: terms.finished(),
        firstBlock: firstBlock.finished(),
        firstPosting: firstPosting.finished(),
        blockLast: blockLast.finished(),
        blockDocuments: blockDocuments.finished(),
        documentBytes: documentBytes.finished(),
        weights: weights.finished(),
        blockPlaces: blockPlaces.finished(),
        placeBytes: placeBytes.finished(),
      };
    },
  };
}

export const growingPlaces = (): Growing<Float64Array<ArrayBuffer>> => new Growing((size) => new Float64Array(size));
