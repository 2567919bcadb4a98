import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';

export const mostClasses = 6;

/** How figures are sorted into classes: with equal numbers of areas, with equal widths, or at limits that are given. */
export type Classing =
  | { readonly method: 'quantile' | 'equal'; readonly count?: number }
  | { readonly method: 'thresholds'; readonly at: readonly number[] };

/**
 * Limits between classes, ascending: a figure belongs to the class above every limit that it reaches. Limits are rounded as the
 * figures are shown, so that legend and colour agree; limits that coincide are one, so there can be fewer classes than asked for.
 * More than six classes cannot be told apart by eye: Problem (invalid).
 */
export function classLimits(values: readonly number[], classing: Classing, decimals: number): readonly number[] {
  const count = classing.method === 'thresholds' ? classing.at.length + 1 : (classing.count ?? 5);
  if (!Number.isInteger(count) || count < 1 || count > mostClasses) {
    throw new Problem(
      'invalid',
      say('A map can show 1 to {most} classes; {count} were asked for.', { most: mostClasses, count }),
    );
  }
  const sorted = values.map((value) => roundTo(value, decimals)).sort((a, b) => a - b);
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const limits = Array.from({ length: count - 1 }, (_, index) => {
    if (classing.method === 'thresholds') return classing.at[index] ?? NaN;
    if (classing.method === 'equal') return roundTo(lowest + ((highest - lowest) * (index + 1)) / count, decimals);
    return sorted[Math.floor((sorted.length * (index + 1)) / count)] ?? NaN;
  });
  if (limits.some((limit) => !Number.isFinite(limit)) && sorted.length > 0) {
    throw new Problem('invalid', say('The limits between the classes of a map must be numbers.'));
  }
  // A limit at the lowest figure would leave the class below it empty.
  return [...new Set(limits)]
    .filter((limit) => Number.isFinite(limit) && (classing.method === 'thresholds' || limit > lowest))
    .sort((a, b) => a - b);
}

/** Class of a figure, counted from 0. */
export function classOf(value: number, limits: readonly number[], decimals: number): number {
  const shown = roundTo(value, decimals);
  return limits.filter((limit) => shown >= limit).length;
}

function roundTo(value: number, decimals: number): number {
  return Math.abs(value) >= 1e15 ? value : Number(value.toFixed(decimals));
}
