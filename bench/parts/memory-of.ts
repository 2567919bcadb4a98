import { readFileSync } from 'node:fs';

/** Watches the memory that a process holds (Linux); gives the most of it, in MiB. */
export function watchMemory(pid: number): { most(): number; stop(): void } {
  let most = 0;
  const look = (): void => {
    try {
      const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      most = Math.max(most, Number(kilobytes ?? 0) / 1024);
    } catch {
      // Elsewhere than on Linux it is not known.
    }
  };
  look();
  const watch = setInterval(look, 50);
  return { most: () => Math.round(most), stop: () => clearInterval(watch) };
}
