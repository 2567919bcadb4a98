import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { exists, processesIn } from '../processes.ts';

/**
 * Before a start: ends a PostgreSQL that a killed Mandata left on this folder, as gently as it lets us, and takes away a
 * postmaster.pid whose number now belongs to something else. To be called by the owner of the folder's lock only.
 */
export async function stopWhatRuns(folder: string, log: (message: string) => void): Promise<void> {
  const real = await realpath(folder);
  const pidFile = join(real, 'postmaster.pid');
  const left = (): Promise<readonly number[]> => processesIn(real, 'postgres');
  const postmaster = async (): Promise<number | undefined> => {
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    return (await left()).includes(pid) ? pid : undefined;
  };
  if ((await left()).length > 0) {
    log('A PostgreSQL that an ended Mandata left behind is being stopped.');
    const head = await postmaster();
    // Fast shutdown with a checkpoint; then immediate, which recovery repairs; at last by force, nothing else being left that writes.
    const steps: readonly (readonly [NodeJS.Signals, seconds: number])[] =
      head === undefined
        ? [
            ['SIGTERM', 3],
            ['SIGQUIT', 5],
            ['SIGKILL', 5],
          ]
        : [
            ['SIGINT', 60],
            ['SIGQUIT', 10],
            ['SIGKILL', 5],
          ];
    for (const [signal, seconds] of steps) {
      for (const pid of head !== undefined && signal !== 'SIGKILL' ? [head] : await left()) send(pid, signal);
      if (await gone(left, seconds)) break;
    }
    if ((await left()).length > 0)
      throw new Error(`A PostgreSQL (process ${(await left()).join(', ')}) on ${real} cannot be stopped.`);
  }
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  // PostgreSQL clears a dead number by itself, and would wait for ever on one that was given to another program.
  if (process.platform === 'linux' && pid > 0 && exists(pid)) await rm(pidFile, { force: true });
}

async function gone(left: () => Promise<readonly number[]>, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) {
    if ((await left()).length === 0) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in between.
  }
}
