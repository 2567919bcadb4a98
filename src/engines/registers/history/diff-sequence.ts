/** One step from the first sequence to the second: `same` and `removed` are of the first, `added` of the second. */
export interface Step<T> {
  readonly change: 'same' | 'removed' | 'added';
  readonly item: T;
}

/** Beyond so many differences nothing finer is looked for: time and memory grow with their square. */
const mostDifferences = 400;

/**
 * The shortest way from one sequence to another (Myers 1986, greedy), items being the same when their keys are. Sequences
 * that differ in more than 400 places are given as all removed, all added, but for what they share at both ends.
 */
export function diffSequence<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Step<T>[] {
  const [a, b] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const steps: Step<T>[] = before.slice(0, start).map((item) => ({ change: 'same', item }));
  const way = shortestWay(a.slice(start, endA), b.slice(start, endB));
  const removed = (at: number): Step<T> => ({ change: 'removed', item: before[at] as T });
  const added = (at: number): Step<T> => ({ change: 'added', item: after[at] as T });
  if (way === undefined) {
    for (let at = start; at < endA; at += 1) steps.push(removed(at));
    for (let at = start; at < endB; at += 1) steps.push(added(at));
  } else {
    let [x, y] = [start, start];
    for (const move of way) {
      if (move === 'same') steps.push({ change: 'same', item: before[x] as T });
      else steps.push(move === 'removed' ? removed(x) : added(y));
      if (move !== 'added') x += 1;
      if (move !== 'removed') y += 1;
    }
  }
  for (const item of before.slice(endA)) steps.push({ change: 'same', item });
  return steps;
}

function shortestWay(a: readonly string[], b: readonly string[]): Step<unknown>['change'][] | undefined {
  const most = Math.min(a.length + b.length, mostDifferences);
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, offset + k - 1) < at(furthest, offset + k + 1));
      let x = down ? at(furthest, offset + k + 1) : at(furthest, offset + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[offset + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length, offset);
    }
  }
  return undefined;
}

function walkBack(trace: readonly Int32Array[], endX: number, endY: number, offset: number): Step<unknown>['change'][] {
  const moves: Step<unknown>['change'][] = [];
  let [x, y] = [endX, endY];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] ?? new Int32Array(0);
    const k = x - y;
    const down = k === -d || (k !== d && at(furthest, offset + k - 1) < at(furthest, offset + k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(furthest, offset + fromK);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      moves.push('same');
      x -= 1;
      y -= 1;
    }
    if (d > 0) moves.push(down ? 'added' : 'removed');
    [x, y] = [fromX, fromY];
  }
  return moves.toReversed();
}

const at = (array: Int32Array, index: number): number => array[index] ?? 0;
