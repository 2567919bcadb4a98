import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { callServer, serveCommands, type Io } from './index.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'commands-'));

function anIo(input = ''): { io: Io; out: () => string; err: () => string } {
  const out: Uint8Array[] = [];
  let err = '';
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    out: async (chunk) => void out.push(Buffer.from(chunk)),
    err: async (chunk) => void (err += chunk),
    cwd: '/somewhere',
    terminal: false,
    signal: new AbortController().signal,
  };
  return { io, out: () => Buffer.concat(out).toString(), err: () => err };
}

test('a command runs inside the server: words, standard input, both outputs and the exit code pass through', async () => {
  const folder = aFolder();
  const server = await serveCommands(folder, async (argv, io) => {
    const parts: Uint8Array[] = [];
    for await (const part of io.stdin) parts.push(part);
    await io.out(`${argv.join('+')} in ${io.cwd}: ${Buffer.concat(parts).toString()}`);
    await io.err('progress');
    return 1;
  });
  const { io, out, err } = anIo('سجن');
  assert.equal(await callServer(folder, ['statistics', 'release'], io), 1);
  assert.equal(out(), 'statistics+release in /somewhere: سجن');
  assert.equal(err(), 'progress');
  assert.equal(statSync(join(folder, 'command.sock')).mode & 0o777, 0o600);
  await server.close();
});

test('without a server, or with the note of a killed one, the caller is told so', async () => {
  const folder = aFolder();
  assert.equal(await callServer(folder, ['x'], anIo().io), 'no-server');
  writeFileSync(join(folder, 'command-socket'), join(folder, 'command.sock'));
  assert.equal(await callServer(folder, ['x'], anIo().io), 'no-server');
});

test('a data folder with a very long path still has its socket', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'.padEnd(120, 'x')));
  const server = await serveCommands(folder, async () => 0);
  assert.equal(await callServer(folder, [], anIo().io), 0);
  await server.close();
  assert.equal(await callServer(folder, [], anIo().io), 'no-server');
});

test('a command line of a hundred thousand letters reaches the server', async () => {
  const folder = aFolder();
  const server = await serveCommands(folder, async ([word = ''], io) => {
    await io.out(String(word.length));
    return 0;
  });
  const { io, out } = anIo();
  assert.equal(await callServer(folder, ['x'.repeat(100_000)], io), 0);
  assert.equal(out(), '100000');
  await server.close();
});

test('a server that stops, or is another program, is told in one sentence', async () => {
  const answers: [RequestListener, says: RegExp][] = [
    [(_request, response) => response.writeHead(400).end(), /does not understand.*Restart it/],
    [(_request, response) => response.writeHead(200).end('{"hello":1}\n'), /does not understand/],
    [(_request, response) => response.writeHead(200).end('no JSON\n'), /does not understand/],
    [(_request, response) => response.writeHead(431).end(), /longer than the server takes/],
    [(_request, response) => response.writeHead(200).end(), /stopped before/],
    [
      (_request, response) => {
        response.writeHead(200).write('{"err":""}\n');
        setImmediate(() => response.socket?.destroy());
      },
      /stopped before/,
    ],
  ];
  for (const [answer, says] of answers) {
    const folder = aFolder();
    const server = createServer(answer).listen(join(folder, 'other.sock'));
    await once(server, 'listening');
    writeFileSync(join(folder, 'command-socket'), join(folder, 'other.sock'));
    await assert.rejects(callServer(folder, ['x'], anIo().io), { name: 'Problem', message: says });
    server.closeAllConnections();
    server.close();
  }
});

test('an answer that its reader takes slowly leaves no listeners behind', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): number => warnings.push(warning);
  process.on('warning', note);
  const folder = aFolder();
  const server = await serveCommands(folder, async (_argv, io) => {
    for (let n = 0; n < 24; n += 1) await io.out(Buffer.alloc(300_000));
    return 0;
  });
  let taken = 0;
  const io: Io = { ...anIo().io, out: async (chunk) => void (taken += chunk.length) };
  assert.equal(await callServer(folder, [], io), 0);
  assert.equal(taken, 24 * 300_000);
  await server.close();
  await new Promise((resolve) => setImmediate(resolve)); // warnings are told in the next round
  process.off('warning', note);
  assert.deepEqual(warnings, []);
});
