import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, jsonOf, runMandata, type Ended, type TestServer } from '#kernel/testing/index.ts';
import { allCommands } from './cli/commands.ts';
import { processIo } from './cli/process-io.ts';
import { runProgram } from './cli/run-program.ts';
import { aPrisonFile } from './testing/a-prison-file.ts';

const env = { MANDATA_DEMO: '0' };
const importedSchema = z.looseObject({ rows: z.int(), observations: z.int(), rejected: z.int() });
const releasedSchema = z.looseObject({ release: z.int(), observations: z.int() });

/** One sentence for a person on standard error, nothing on standard output. */
function assertSentence({ out, err }: Ended, ...words: RegExp[]): void {
  assert.equal(out, '');
  assert.match(err, /^\S.*[.!]\n$/, err);
  assert.equal(err.trimEnd().split('\n').length, 1, err);
  assert.doesNotMatch(err, /\bat .*\.ts:|Error:|failed unexpectedly/);
  for (const word of words) assert.match(err, word);
}

describe('the command line', () => {
  it('explains every command and each of its options', async () => {
    const all = await runMandata(['--help']);
    assert.equal(all.code, 0);
    const names = [...all.out.matchAll(/^ {2}([a-z][a-z-]*(?: [a-z][a-z-]*)?)(?= {2,}| [A-Z[])/gm)].map(
      ([, name = '']) => name,
    );
    assert.ok(names.includes('statistics import') && names.includes('serve'), names.join(', '));
    // The processes differ in nothing but the words: one is enough, the others are spared.
    const own = processIo();
    for (const name of names) {
      const written: string[] = [];
      const io = { ...own, out: async (chunk: string | Uint8Array) => void written.push(String(chunk)) };
      assert.equal(await runProgram(allCommands, [...name.split(' '), '--help'], io, {}), 0, name);
      const help = written.join('');
      assert.match(help, new RegExp(`mandata ${name}\\b`));
      const [usage = ''] = help.split('\n');
      for (const [, option = ''] of usage.matchAll(/\[--([a-z-]+)/g))
        assert.match(help.slice(usage.length), new RegExp(`--${option}\\b`), `${name}: ${option}`);
    }
  });

  it('exits with 2 and one sentence when it is used wrongly', async () => {
    assertSentence(await expect(2, ['statistics', 'improt']), /“statistics improt”/);
    assert.match((await expect(2, ['statistics', 'import'])).err, /^Use: mandata statistics import FILE .*\n$/);
    assert.match((await expect(2, ['systems', '--jsno'])).err, /^[^\n]*--jsno[^\n]*Use: mandata systems[^\n]*\n$/);
    assert.match((await expect(2, [])).out, /mandata <command>/);
  });

  for (const [name, value] of [
    ['PORT', '80a'],
    ['MANDATA_DEMO', 'maybe'],
    ['DATABASE_URL', 'mysql://db/x'],
  ] as const)
    it(`refuses to start with ${name}=${value}, and says so`, async () => {
      const folder = await aFolder();
      const refused = await runMandata(['serve'], { data: join(folder.path, 'data'), env: { [name]: value } });
      assert.equal(refused.code, 2);
      assertSentence(refused, new RegExp(name));
      assert.deepEqual(await readdir(folder.path), [], 'nothing was made');
      await folder.remove();
    });

  it('lists the systems as the contract says', async () => {
    const systems = z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          engine: z.string(),
          sources: z.array(z.string()).min(1),
          state: z.enum(['works', 'partly', 'planned', 'unverified']),
        }),
      )
      .parse(jsonOf(await expect(0, ['systems', '--json'])));
    for (const id of ['prisons', 'sdg16'])
      assert.ok(
        systems.some((system) => system.id === id),
        id,
      );
  });
});

async function expect(code: number, words: readonly string[], data?: string): Promise<Ended> {
  const ended = await runMandata(words, { env, ...(data !== undefined && { data }) });
  assert.equal(ended.code, code, `${words.join(' ')}: ${ended.err}${ended.out.slice(0, 500)}`);
  return ended;
}

describe('a data folder and its one owner', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let data: string;
  let server: TestServer | undefined;
  before(async () => {
    folder = await aFolder();
    data = join(folder.path, 'data');
    await writeFile(join(folder.path, 'kenya.csv'), aPrisonFile([50_000, 51_000, 52_000]));
    await writeFile(
      join(folder.path, 'twice.csv'),
      `${aPrisonFile([60_000], 'PER')}${aPrisonFile([61_000], 'PER').split('\n')[1] ?? ''}\n`,
    );
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  it('is made and worked on by a command while no server runs', async () => {
    const kenya = [
      'statistics',
      'import',
      join(folder.path, 'kenya.csv'),
      '--flow',
      'MANDATA:PRISONS',
      '--accept',
      '--json',
    ];
    const imported = importedSchema.parse(jsonOf(await expect(0, kenya, data)));
    assert.deepEqual([imported.rows, imported.observations, imported.rejected], [3, 3, 0]);
  });

  it('is worked on through its server by the same commands', async () => {
    server = await aServer({ data, env });
    const run = (words: readonly string[], cwd: string): Promise<Ended> => runMandata(words, { data, env, cwd });
    const released = jsonOf(await run(['statistics', 'release', 'MANDATA:PRISONS', '--json'], '/'));
    assert.deepEqual((({ release, observations }) => ({ release, observations }))(releasedSchema.parse(released)), {
      release: 1,
      observations: 3,
    });
    const csv = await server.ask('/sdmx/rest/data/MANDATA,PRISONS/A.KEN.PERSONS_HELD._T._T._T.NUMBER?format=csv');
    assert.match(await csv.text(), /,2002,52000,/, 'the server shows what the command released');
    const twice = await run(['statistics', 'import', 'twice.csv', '--flow', 'MANDATA:PRISONS', '--json'], folder.path);
    assert.equal(twice.code, 1, 'findings of severity error reach the exit code, through the socket too');
    assert.equal(importedSchema.parse(jsonOf(twice)).rejected, 2);
    const wrong = await run(['statistics', 'import', 'twice.csv', '--flow', 'MANDATA:NOTHING'], folder.path);
    assert.notEqual(wrong.code, 0);
    assertSentence(wrong, /MANDATA:NOTHING/);
    for (const name of ['absent.csv', 'data', '/dev/null', 'x'.repeat(300)]) {
      const refused = await run(['statistics', 'import', name, '--flow', 'MANDATA:PRISONS'], folder.path);
      assert.equal(refused.code, 2);
      assertSentence(refused, new RegExp(name.slice(0, 200)));
    }
    const backup = await run(['backup', '/dev/null'], folder.path);
    assert.equal(backup.code, 2);
    assertSentence(backup, /\/dev\/null is a pipe or a device/);
  });

  it('knows its own address on a port that the system chose, and says why an account has no token yet', async () => {
    assert.ok(server);
    const run = (...words: string[]): Promise<Ended> => runMandata(words, { data, env });
    await run('organizations', 'create', 'Office', '--kind', 'secretariat', '--unit', 'statistics');
    const words = ['accounts', 'invite', 'ann@office.example', '--role', 'analyst', '--organization', 'Office'];
    const { port } = new URL(server.address);
    assert.match((await run(...words)).out, new RegExp(`^http://localhost:${port}/en/invitation#`));
    const refused = await run('token', 'create', '--account', 'ann@office.example');
    assert.equal(refused.code, 1);
    assertSentence(refused, /ann@office\.example has not accepted the invitation yet/);
  });

  it('refuses a second server with one sentence that names the first and the folder', async () => {
    assert.ok(server);
    const second = await runMandata(['serve'], { data, env: { ...env, PORT: '0' } });
    assert.equal(second.code, 1);
    assertSentence(second, new RegExp(`\\b${server.pid}\\b`), new RegExp(data));
    assert.equal((await server.ask('/readyz')).status, 200, 'the first is not disturbed');
  });

  it('is left clean by a server that is asked to stop', async () => {
    assert.equal(await server?.stop(), 0);
    server = undefined;
    const left = await readdir(data);
    for (const name of ['owner.json', 'command.sock', 'command-socket']) assert.ok(!left.includes(name), name);
    assert.ok(!(await readdir(join(data, 'database', '18'))).includes('postmaster.pid'));
  });

  it('is taken over by a command from a server that was killed', async () => {
    await (await aServer({ data, env })).kill();
    const flows = jsonOf(await expect(0, ['statistics', 'flows', '--json'], data));
    const prisons = z.array(z.looseObject({ id: z.string(), release: z.int().nullable() })).parse(flows);
    assert.equal(prisons.find(({ id }) => id === 'MANDATA:PRISONS')?.release, 1);
  });

  it('serves two commands at once, or tells one of them who is there', async () => {
    const [one, other] = await Promise.all([
      runMandata(['audit', 'verify', '--json'], { data, env }),
      runMandata(['audit', 'verify', '--json'], { data, env }),
    ]);
    for (const ended of [one, other]) {
      if (ended.code === 0) assert.equal(z.looseObject({ ok: z.boolean() }).parse(jsonOf(ended)).ok, true);
      else assertSentence(ended, /in use/);
    }
    assert.ok(one.code === 0 || other.code === 0);
  });

  it('is not harmed by a server that finds its port taken', async () => {
    const holder = createServer().listen(0);
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const refused = await runMandata(['serve'], { data, env: { ...env, PORT: String(port) } });
    holder.close();
    assert.equal(refused.code, 2);
    const said = refused.err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    assert.equal(said.length, 1, refused.err);
    assert.match(said[0] ?? '', new RegExp(`\\b${port}\\b.*PORT`));
    await expect(0, ['statistics', 'flows'], data);
  });
});
