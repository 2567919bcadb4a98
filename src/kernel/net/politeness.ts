/** A hook for `beforeRequest` that lets at most one request start per host in `everyMs`; requests to a host wait in order. */
export function oneAtATime(
  everyMs: number,
  now: () => number = Date.now,
  sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
): (url: URL) => Promise<void> {
  const next = new Map<string, number>();
  return async (url) => {
    const time = now();
    // Hosts whose turn is past need no memory.
    if (next.size > 1_000) for (const [host, free] of next) if (free <= time) next.delete(host);
    const start = Math.max(time, next.get(url.host) ?? 0);
    next.set(url.host, start + everyMs);
    if (start > time) await sleep(start - time);
  };
}
