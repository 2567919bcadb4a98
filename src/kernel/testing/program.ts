import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json is in. */
export const checkout = fileURLToPath(new URL('../../..', import.meta.url));

export const program = join(checkout, 'bin', 'mandata.js');

/** A file beside the checkout that others may have, as `../shared/…`; undefined where it is not. */
export function findShared(path: string): string | undefined {
  const file = join(checkout, '..', 'shared', path);
  return existsSync(file) ? file : undefined;
}

/** How one run of the program differs from an ordinary one. */
export interface ProgramOptions {
  /** The data folder. */
  readonly data?: string;
  /** Settings; nothing else of this process's settings reaches the program. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Run as this user and group; needs root. */
  readonly uid?: number;
  /** The Node.js that runs bin/mandata.js, unless this one. */
  readonly node?: string;
}

/** The environment of a freshly opened terminal, with the given settings: what is set on a developer's machine must not decide a test. */
export function environmentOf({ data, env }: ProgramOptions): Record<string, string> {
  const { PATH = '', TMPDIR } = process.env;
  return {
    PATH,
    HOME: '/',
    LANG: 'C.UTF-8',
    // Halves the processor time of a start; where it cannot be written, Node goes without.
    NODE_COMPILE_CACHE: join(checkout, 'node_modules', '.cache', 'mandata-compiled'),
    ...(TMPDIR !== undefined && { TMPDIR }),
    ...(data !== undefined && { MANDATA_DATA: data }),
    ...env,
  };
}
