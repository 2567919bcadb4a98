import assert from 'node:assert/strict';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
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
