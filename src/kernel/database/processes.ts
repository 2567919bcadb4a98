import { readFile, readdir, readlink } from 'node:fs/promises';

/** Whether a process of this number exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started, in the kernel's own count, so that a reused number is told apart; unknown outside Linux. */
export async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in parentheses may hold spaces; the start is the 20th word after it (proc(5), field 22).
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

/** Processes named `name` whose working folder is `folder` (a real path); Linux only, elsewhere none are seen. */
export async function processesIn(folder: string, name: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry));
  const found: number[] = [];
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (command.trim() !== name) continue;
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder) found.push(Number(pid));
  }
  return found;
}
