import type { Segment } from '../segment/segment.ts';

export interface Ranked {
  readonly segment: Segment;
  readonly document: number;
  /** What it is ordered by: relevance (in `scoreUnit`), or the number or moment that was asked for. */
  readonly key: number;
}

const before = (one: Ranked, other: Ranked): number =>
  other.key - one.key || one.segment.ties[one.document]! - other.segment.ties[other.document]!;

/** Keeps the best so many of all that it is shown: a heap with the worst on top. */
export function best(size: number): {
  /** What is below this is not among the best; it need not be shown. */
  readonly floor: number;
  show(segment: Segment, document: number, key: number): void;
  list(): Ranked[];
} {
  const heap: Ranked[] = [];
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && before(heap[child]!, heap[worst]!) > 0) worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  };
  return {
    get floor() {
      return heap.length < size ? -Infinity : (heap[0]?.key ?? Infinity);
    },
    show(segment, document, key) {
      if (heap.length < size) {
        heap.push({ segment, document, key });
        if (heap.length === size) for (let at = size >> 1; at >= 0; at -= 1) sink(at);
        return;
      }
      const worst = heap[0];
      if (worst === undefined) return;
      const shown = { segment, document, key };
      if (before(shown, worst) >= 0) return;
      heap[0] = shown;
      sink(0);
    },
    list: () => heap.sort(before),
  };
}
