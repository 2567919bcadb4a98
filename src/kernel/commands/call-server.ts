import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
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
  try {
    if (answer.statusCode === 431) throw tooLong();
    if (answer.statusCode !== 200) throw notUnderstood(answer.statusCode);
    for await (const line of linesOf(answer)) {
      const frame = readFrame(line);
      if ('out' in frame) await io.out(Buffer.from(frame.out, 'base64'));
      else if ('err' in frame) await io.err(frame.err);
      else return frame.exit;
    }
  } finally {
    outgoing.destroy();
    await sending;
  }
  throw stopped();
}

function readFrame(line: string): z.infer<typeof frameSchema> {
  try {
    return frameSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw notUnderstood(cause);
  }
}

const stopped = (cause?: unknown): Problem =>
  new Problem('unavailable', say('The server stopped before the command was done.'), { cause });
const tooLong = (): Problem => new Problem('wrong-use', say('The command line is longer than the server takes.'));
const notUnderstood = (cause: unknown): Problem =>
  new Problem(
    'unavailable',
    say(
      'The server that owns this data folder does not understand this program; it is likely of another version. Restart it, then repeat the command.',
    ),
    { cause },
  );

/** Whole lines as they come; nothing is read ahead of what is taken. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  const chunks: AsyncIterator<unknown> = stream.setEncoding('utf8')[Symbol.asyncIterator]();
  for (;;) {
    // A server that is killed breaks the connection off in the middle.
    const { done, value } = await chunks.next().catch((cause: unknown) => {
      throw stopped(cause);
    });
    if (done === true) return;
    const lines = (rest + String(value)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
