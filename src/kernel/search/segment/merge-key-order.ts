import { breathing } from './breathe.ts';
import { gone } from './gone.ts';
import type { Segment } from './segment.ts';

/** Documents of several segments, under their new numbers, in the order of their keys. */
export async function mergeKeyOrder(
  segments: readonly Segment[],
  numbers: readonly Uint32Array[],
  count: number,
): Promise<Uint32Array> {
  const breathe = breathing();
  const order = new Uint32Array(count);
  const at = segments.map(() => -1);
  const heads: (string | undefined)[] = segments.map(() => undefined);
  const advance = (nth: number): void => {
    const { keys, keyOrder, count: size } = segments[nth]!;
    let next = at[nth]! + 1;
    while (next < size && numbers[nth]![keyOrder[next]!] === gone) next += 1;
    at[nth] = next;
    heads[nth] = next < size ? keys.at(keyOrder[next]!) : undefined;
  };
  for (const nth of segments.keys()) advance(nth);
  for (let filled = 0; filled < count; filled += 1) {
    let least = -1;
    for (const [nth, head] of heads.entries())
      if (head !== undefined && (least < 0 || head < heads[least]!)) least = nth;
    order[filled] = numbers[least]![segments[least]!.keyOrder[at[least]!]!]!;
    advance(least);
    if (filled % 256 === 0) await breathe();
  }
  return order;
}
