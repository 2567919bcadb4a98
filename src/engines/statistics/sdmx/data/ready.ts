import type { ReadySet } from '../formats/writer.ts';
import { noResults } from '../query/refuse.ts';
import type { Scan, ScanBatch } from './scan.ts';

/**
 * Reads until the first observation, so that an answer without any can still be refused in words; what was read is not
 * read again. Sets before the first that has data are left out.
 */
export async function readyOrRefuse(sets: readonly ReadySet[]): Promise<readonly ReadySet[]> {
  for (const [index, ready] of sets.entries()) {
    const scan = ready.open();
    const iterator = scan.batches[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done === true) continue;
    return [{ ...ready, open: () => resumed(scan, first.value, iterator) }, ...sets.slice(index + 1)];
  }
  throw noResults();
}

function resumed(scan: Scan, first: ScanBatch, rest: AsyncIterator<ScanBatch>): Scan {
  const batches = async function* (): AsyncGenerator<ScanBatch> {
    try {
      yield first;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  };
  return { ...scan, batches: batches() };
}
