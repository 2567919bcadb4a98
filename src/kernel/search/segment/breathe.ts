import { setImmediate as turn } from 'node:timers/promises';

/** Lets others have their turn once `milliseconds` of work have passed: long work calls it often. */
export function breathing(milliseconds = 10): () => Promise<void> | undefined {
  let since = performance.now();
  const rest = async (): Promise<void> => {
    await turn();
    since = performance.now();
  };
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return rest();
  };
}
