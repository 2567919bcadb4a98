import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** PostgreSQL refuses to run as root; "nobody" has this number on every Linux, and initdb wants a user with a name. */
const nobody = 65_534;

/** As whom the private PostgreSQL runs. */
export interface Runner {
  readonly how: 'ourselves' | 'as nobody' | 'in a user namespace';
  /** Who must own the database's folder. */
  readonly uid: number;
  readonly gid: number;
  spawn(command: string, words: readonly string[], options: SpawnOptions): ChildProcess;
}

/** Ways to run it, best first. */
export function runners(uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0): readonly Runner[] {
  if (uid !== 0 || process.platform === 'win32')
    return [{ how: 'ourselves', uid, gid, spawn: (...it) => spawn(...it) }];
  return [
    {
      how: 'as nobody',
      uid: nobody,
      gid: nobody,
      spawn: (command, words, options) => spawn(command, words, { ...options, uid: nobody, gid: nobody }),
    },
    {
      // Outside the namespace still root, so that folders closed to others can be reached; inside it, not root.
      how: 'in a user namespace',
      uid,
      gid,
      spawn: (command, words, options) =>
        spawn('unshare', ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', command, ...words], options),
    },
  ];
}

/** Runs to the end. Text is what it wrote, at most the last 4,000 characters. */
export async function run(
  runner: Runner,
  command: string,
  words: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; text: string }> {
  const child = runner.spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const add = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  try {
    const [code] = await once(child, 'close');
    return { code: typeof code === 'number' ? code : 1, text: text.trim() };
  } catch (error) {
    return { code: 127, text: error instanceof Error ? error.message : String(error) };
  }
}
