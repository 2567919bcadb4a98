/**
 * Gathers what comes while a write is under way into the next one of at most `most` items: one call costs one write, a thousand
 * at once cost a few. Each call resolves with its own result, or rejects with the failure of its write.
 */
export function coalesce<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
  most: number,
): { add(item: T): Promise<R>; settled(): Promise<void> } {
  interface Waiting {
    readonly item: T;
    resolve(result: R): void;
    reject(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const now = waiting.splice(0, most);
      try {
        const results = await write(now.map(({ item }) => item));
        for (const [at, each] of now.entries()) each.resolve(results[at] as R);
      } catch (error) {
        for (const each of now) each.reject(error);
      }
    }
    writing = undefined;
  };
  return {
    add: (item) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // Begun in the next step, so that calls made in one breath go together.
        writing ??= Promise.resolve().then(run);
      }),
    settled: () => writing ?? Promise.resolve(),
  };
}
