const step = 1.06;
const base = 8;

/** Weighted words on a scale of 256 steps, each 6 % longer than the last: exact enough for ranking, one byte a document. */
export function lengthCode(length: number): number {
  return Math.min(255, Math.max(0, Math.round(Math.log(length / base + 1) / Math.log(step))));
}

export const lengthOfCode = Float64Array.from({ length: 256 }, (_, code) => base * (step ** code - 1));
