/**
 * Moves labels apart so that neighbours keep `gap` pixels and all stay between `top` and `bottom`, each as near to its wish as
 * that allows (pool adjacent violators: clusters settle at the mean of their members' wishes). Keeps the order of the input.
 * When there is not room for all, they are spaced evenly. `lines` says how many lines each has, one when absent; positions are
 * those of the middle of each label.
 */
export function spreadLabels(
  wishes: readonly number[],
  gap: number,
  top: number,
  bottom: number,
  lines: readonly number[] = [],
): readonly number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish || a.index - b.index);
  // Distances of the labels' middles from the first one's, where they touch.
  const offsets: number[] = [];
  for (const [rank, { index }] of order.entries()) {
    const before = order[rank - 1];
    const apart = before === undefined ? 0 : (gap * ((lines[before.index] ?? 1) + (lines[index] ?? 1))) / 2;
    offsets.push((offsets.at(-1) ?? 0) + apart);
  }
  const needed = offsets.at(-1) ?? 0;
  const squeezed = needed > bottom - top ? (bottom - top) / needed : 1;
  const offset = (rank: number): number => (offsets[rank] ?? 0) * squeezed;
  const clusters: { sum: number; from: number; count: number }[] = [];
  // Position minus offset must not fall: that turns "keep apart" into plain isotonic regression.
  for (const [rank, { wish }] of order.entries()) {
    clusters.push({ sum: wish - offset(rank), from: rank, count: 1 });
    for (;;) {
      const last = clusters.at(-1);
      const before = clusters.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      clusters.splice(-2, 2, { sum: before.sum + last.sum, from: before.from, count: before.count + last.count });
    }
  }
  const positions: number[] = [];
  const lowest = bottom - needed * squeezed;
  for (const cluster of clusters) {
    const base = Math.min(Math.max(cluster.sum / cluster.count, top), lowest);
    for (let rank = cluster.from; rank < cluster.from + cluster.count; rank += 1) {
      const index = order[rank]?.index;
      if (index !== undefined) positions[index] = base + offset(rank);
    }
  }
  return positions;
}
