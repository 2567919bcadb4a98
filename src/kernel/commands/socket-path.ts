import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const note = 'command-socket';
const longest = 100; // a Unix socket's path holds 107 bytes on Linux, 103 on macOS

/** Chooses where the server listens for commands and leaves a note of it in the data folder. */
export function makeSocketPath(dataFolder: string): string {
  const inside = join(dataFolder, 'command.sock');
  const path =
    Buffer.byteLength(inside) <= longest ? inside : join(mkdtempSync(join(tmpdir(), 'mandata-')), 'command.sock');
  rmSync(path, { force: true });
  writeFileSync(join(dataFolder, note), path);
  chmodSync(join(dataFolder, note), 0o600);
  return path;
}

/** Where a running server of this data folder would listen, if one ever did. */
export function findSocketPath(dataFolder: string): string | undefined {
  try {
    return readFileSync(join(dataFolder, note), 'utf8');
  } catch {
    return undefined;
  }
}

export function removeSocketPath(dataFolder: string, path: string): void {
  rmSync(path, { force: true });
  if (dirname(path) !== dataFolder) rmSync(dirname(path), { recursive: true, force: true });
  rmSync(join(dataFolder, note), { force: true });
}
