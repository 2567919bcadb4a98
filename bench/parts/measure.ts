import { median, percentile } from '../figures.ts';

export interface Timing {
  /** Medians over the rounds, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** Asks in turn, round by round, so that what else the machine does meets everyone alike. Gives what each took. */
export async function inRounds(
  rounds: number,
  timed: readonly { readonly asks: number; ask(n: number): Promise<number> }[],
): Promise<readonly (Timing | undefined)[]> {
  const taken = timed.map(() => ({ p50: [] as number[], p95: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [place, { asks, ask }] of timed.entries()) {
      const times: number[] = [];
      for (let n = 0; n < asks; n++) times.push(await ask(round * asks + n));
      if (asks === 0) continue;
      taken[place]?.p50.push(median(times));
      taken[place]?.p95.push(percentile(times, 0.95));
    }
  }
  return taken.map(({ p50, p95 }) => (p50.length === 0 ? undefined : { p50: median(p50), p95: median(p95) }));
}

export const milliseconds = (ms: number): string => (ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`);
export const shown = ({ p50, p95 }: Timing): string => `${milliseconds(p95)} (median ${milliseconds(p50)})`;
