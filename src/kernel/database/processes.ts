import { readFile, readdir, readlink } from 'node:fs/promises';

/** Whether a process of this number exists, whoever it belongs to; also one that has ended and was not waited for. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a process of this number runs. */
export async function isRunning(pid: number): Promise<boolean> {
  return exists(pid) && !['Z', 'X'].includes((await wordsOf(pid))[0] ?? '');
}

/** When a process started, in the kernel's own count, so that a reused number is told apart; unknown outside Linux. */
export async function startOf(pid: number): Promise<string | undefined> {
  return (await wordsOf(pid))[19];
}

/** The words of proc(5) "stat" from field 3 on; the name before them, in parentheses, may hold spaces. */
async function wordsOf(pid: number): Promise<readonly string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
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
