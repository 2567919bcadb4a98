import { once } from 'node:events';
import { isatty } from 'node:tty';
import type { Writable } from 'node:stream';
import type { Io } from '#kernel/commands/index.ts';

/** This process's own standard streams; an interrupt from the keyboard aborts the command. */
export function processIo(): Io {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  return {
    stdin: process.stdin,
    out: (chunk) => write(process.stdout, chunk),
    err: (chunk) => write(process.stderr, chunk),
    cwd: process.cwd(),
    // Not `process.stderr.isTTY`: that is undefined, not false, on a pipe, and would be left out of what goes to the server.
    terminal: isatty(process.stderr.fd),
    signal: interrupted.signal,
  };
}

async function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}
