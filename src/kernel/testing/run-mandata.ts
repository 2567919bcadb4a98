import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { endWithUs } from './end-with-us.ts';
import { environmentOf, program, type ProgramOptions } from './program.ts';

export interface Ended {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `mandata <words>` to its end as a process of its own; ended by force after `within` milliseconds (two minutes). */
export async function runMandata(
  words: readonly string[],
  options: ProgramOptions & { readonly within?: number } = {},
): Promise<Ended> {
  const child = spawn(options.node ?? process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd ?? '/',
    env: environmentOf(options),
    timeout: options.within ?? 120_000,
    killSignal: 'SIGKILL',
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  endWithUs(child);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

/** What a command prints with --json; throws with its words when it printed anything else. */
export function jsonOf({ code, out, err }: Ended): unknown {
  try {
    return JSON.parse(out);
  } catch (cause) {
    throw new Error(`no JSON, exit code ${code}: ${out.slice(0, 500)}${err.slice(0, 2000)}`, { cause });
  }
}
