import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import * as z from 'zod';
import type { ExitCode, Io } from './command.ts';
import { callHeader } from './serve-commands.ts';
import { findSocketPath } from './socket-path.ts';

const frameSchema = z.union([
  z.object({ out: z.base64() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
]);

/** Lets the server that owns the data folder run a command; `no-server` when none answers there. */
export async function callServer(dataFolder: string, argv: readonly string[], io: Io): Promise<ExitCode | 'no-server'> {
  const socketPath = findSocketPath(dataFolder);
  if (socketPath === undefined) return 'no-server';
  const call = Buffer.from(JSON.stringify({ argv, cwd: io.cwd, terminal: io.terminal })).toString('base64url');
  const outgoing = request({
    socketPath,
    method: 'POST',
    path: '/',
    headers: { [callHeader]: call, 'Transfer-Encoding': 'chunked' },
    signal: io.signal,
  });
  outgoing.flushHeaders();
  const sending = pipeline(Readable.from(io.stdin), outgoing).catch(() => {}); // the server may answer before it has read all
  const incoming = await Promise.race([
    once(outgoing, 'response'),
    once(outgoing, 'error').then(() => undefined),
  ]).catch(() => undefined);
  if (incoming === undefined) return 'no-server';
  const answer = incoming[0] as IncomingMessage;
  if (answer.statusCode !== 200) throw new Error(`the server did not understand the call (${answer.statusCode ?? 0})`);
  for await (const line of linesOf(answer)) {
    const frame = frameSchema.parse(JSON.parse(line));
    if ('out' in frame) await io.out(Buffer.from(frame.out, 'base64'));
    else if ('err' in frame) await io.err(frame.err);
    else {
      outgoing.destroy();
      await sending;
      return frame.exit;
    }
  }
  await io.err('The server stopped before the command was done.\n');
  return 1;
}

/** Whole lines as they come; nothing is read ahead of what is taken. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
