/**
 * Moves labels apart so that neighbours keep `gap` pixels and all stay between `top` and `bottom`, each as near to its wish as
 * that allows (pool adjacent violators: clusters settle at the mean of their members' wishes). Keeps the order of the input.
 * When there is not room for all, they are spaced evenly.
 */
export function spreadLabels(wishes: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish || a.index - b.index);
  const needed = gap * (order.length - 1);
  const step = needed > bottom - top && order.length > 1 ? (bottom - top) / (order.length - 1) : gap;
  const clusters: { sum: number; from: number; count: number }[] = [];
  // Position minus rank × gap must not fall: that turns "keep apart" into plain isotonic regression.
  for (const [rank, { wish }] of order.entries()) {
    clusters.push({ sum: wish - rank * step, from: rank, count: 1 });
    for (;;) {
      const last = clusters.at(-1);
      const before = clusters.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      clusters.splice(-2, 2, { sum: before.sum + last.sum, from: before.from, count: before.count + last.count });
    }
  }
  const positions: number[] = [];
  const lowest = bottom - (order.length - 1) * step;
  for (const cluster of clusters) {
    const base = Math.min(Math.max(cluster.sum / cluster.count, top), lowest);
    for (let rank = cluster.from; rank < cluster.from + cluster.count; rank += 1) {
      const index = order[rank]?.index;
      if (index !== undefined) positions[index] = base + rank * step;
    }
  }
  return positions;
}
