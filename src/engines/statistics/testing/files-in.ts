import { createReadStream } from 'node:fs';
import { openFiles } from '#kernel/files/index.ts';
import type { OriginalFiles } from '../context.ts';

/** The files that figures come from, kept in a folder of a test. */
export function filesIn(path: string): OriginalFiles {
  const files = openFiles({ kind: 'folder', path });
  return { keep: (from) => files.put(createReadStream(from)), open: (sha256) => files.open(sha256) };
}
