import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import type { ExitCode, Io } from './command.ts';
import { makeSocketPath, removeSocketPath } from './socket-path.ts';

const callSchema = z.object({ argv: z.array(z.string()), cwd: z.string(), terminal: z.boolean() });
export const callHeader = 'x-mandata-command';

/** One line of the answer: bytes for standard output (base64), text for standard error, or the exit code, last. */
export type Frame = { out: string } | { err: string } | { exit: ExitCode };

/**
 * Runs commands for other processes of the same user through a socket in the data folder (mode 0600: who can connect is the
 * operator of this machine). Standard input is the request's body; the answer is one JSON frame a line.
 */
export async function serveCommands(
  dataFolder: string,
  run: (argv: readonly string[], io: Io) => Promise<ExitCode>,
): Promise<{ close(): Promise<void> }> {
  const path = makeSocketPath(dataFolder);
  // A command line travels in a header, and may hold long names.
  const server = createServer({ maxHeaderSize: 1_000_000 }, (request, response) => void answer(request, response, run));
  server.requestTimeout = 0; // a bulk load may read standard input for an hour
  server.listen(path);
  await once(server, 'listening');
  chmodSync(path, 0o600);
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      removeSocketPath(dataFolder, path);
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  run: (argv: readonly string[], io: Io) => Promise<ExitCode>,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const send = async (frame: Frame): Promise<void> => {
    if (response.destroyed) throw new Error('the caller has gone away');
    if (response.write(`${JSON.stringify(frame)}\n`)) return;
    // Ended by `gone` when the caller closes, so that no listener outlives the wait.
    await once(response, 'drain', { signal: gone.signal });
  };
  const call = readCall(request.headers[callHeader]);
  if (call === undefined) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  const { argv, cwd, terminal } = call;
  const io: Io = {
    stdin: request,
    out: (chunk) => send({ out: Buffer.from(chunk).toString('base64') }),
    err: (chunk) => send({ err: chunk }),
    cwd,
    terminal,
    signal: gone.signal,
  };
  try {
    await send({ exit: await run(argv, io) });
  } catch {
    // The caller has gone: there is nobody to tell, and `run` has noted its own failures.
  }
  response.end();
}

function readCall(header: string | string[] | undefined): z.infer<typeof callSchema> | undefined {
  try {
    return callSchema.parse(JSON.parse(Buffer.from(String(header), 'base64url').toString()));
  } catch {
    return undefined;
  }
}
