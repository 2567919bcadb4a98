import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';
import { anAdministrator, type Ask } from './testing/an-administrator.ts';
import * as hostile from './testing/hostile-files.ts';

const env = { MANDATA_DEMO: '0' };
const importedSchema = z.looseObject({
  rows: z.int(),
  observations: z.int(),
  rejected: z.int(),
  findings: z.array(z.looseObject({ rule: z.string(), row: z.int().nullable() })),
});

/** A PNG's first bytes, a PDF's, an older Excel's, and nothing at all. */
const wrongTypes: Record<string, Buffer> = {
  'picture.xlsx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'letter.xlsx': Buffer.from('%PDF-1.7\n1 0 obj\n'),
  'old.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
  'empty.csv': Buffer.alloc(0),
  'binary.csv': Buffer.alloc(100_000),
  'other.csv': Buffer.from('name;city\nMaria;Lima\n'),
};

/** Files that cannot be read as what they should be. */
const refused: Record<string, () => Buffer> = {
  'a zip bomb': () => hostile.aZipBomb({ honest: true }),
  'a zip bomb that lies about its size': () => hostile.aZipBomb({ honest: false }),
  'an entity bomb': hostile.anEntityBomb,
  'an entity that names a file of the machine': hostile.anOutsideEntity,
  '16,000 columns': hostile.sixteenThousandColumns,
  'a million empty rows': hostile.aMillionEmptyRows,
  'a workbook cut off in the middle': () => {
    const whole = hostile.aSoundWorkbook();
    return whole.subarray(0, whole.length / 2);
  },
  'cells at places that no sheet has': hostile.addressesOutOfPlace,
  ...Object.fromEntries(Object.entries(wrongTypes).map(([name, bytes]) => [name, () => bytes])),
};

describe('a hostile or wrong file', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let data: string;
  let server: TestServer;
  let ask: Ask;
  let token: string;
  before(async () => {
    folder = await aFolder();
    data = join(folder.path, 'data');
    server = await aServer({ data, env });
    const administrator = await anAdministrator(server);
    token = administrator.token;
    ask = administrator.on(server);
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });
  const path = (name: string): string =>
    join(folder.path, /\.\w+$/.test(name) ? name : `${name.replaceAll(/\W+/g, '-')}.xlsx`);
  const memoryOf = async (pid: number): Promise<number> =>
    Number(
      /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'VmHWM: 0 kB'))?.[1] ?? 0,
    ) / 1024;

  for (const [name, bytes] of Object.entries(refused)) {
    it(`${name} is refused in one sentence, by upload`, { timeout: 60_000 }, async () => {
      const answer = await server.ask(
        `/api/v1/statistics/batches?flow=MANDATA:PRISONS&accept=true&filename=${encodeURIComponent(path(name).split('/').at(-1) ?? '')}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
          body: new Uint8Array(bytes()),
        },
      );
      const text = await answer.text();
      assert.ok([400, 413, 415].includes(answer.status), `${answer.status}: ${text.slice(0, 500)}`);
      const { title } = z.looseObject({ title: z.string() }).parse(JSON.parse(text));
      assertSentence(title);
      assert.doesNotMatch(text, /root:/, 'no file of the machine is read');
    });
  }

  it('is refused by the command line alike: exit code 1, one sentence', { timeout: 120_000 }, async () => {
    for (const name of ['a zip bomb', 'an entity bomb', 'picture.xlsx', 'empty.csv'] as const) {
      await writeFile(path(name), refused[name]?.() ?? assert.fail());
      const { code, out, err } = await runMandata(
        ['statistics', 'import', path(name), '--flow', 'MANDATA:PRISONS', '--accept', '--json'],
        { data, env },
      );
      assert.equal(code, 1, `${name}: ${out}${err}`);
      assertSentence(err.trimEnd());
    }
  });

  it('leaves nothing behind', async () => {
    for (const part of ['batches', 'work'])
      assert.deepEqual(await readdir(join(data, 'statistics', part)).catch(() => []), [], part);
    const listed = z
      .looseObject({ total: z.int() })
      .parse(await (await ask('GET', '/api/v1/statistics/batches')).json());
    assert.equal(listed.total, 0);
  });

  it('does not move the server: it answers, and never needed much memory', async () => {
    assert.equal((await server.ask('/readyz')).status, 200);
    assert.equal((await server.ask('/en')).status, 200);
    const most = await memoryOf(server.pid);
    assert.ok(most < 1500, `${Math.round(most)} MiB`);
    assert.deepEqual(
      server.log.filter((line) => line.includes('"level":"error"')),
      [],
    );
  });

  it('with formulas is taken at the results that the sender’s program stored, and never calculated', async () => {
    await writeFile(path('formulas'), hostile.formulaCells());
    const ended = await runMandata(['statistics', 'import', path('formulas'), '--flow', 'MANDATA:PRISONS', '--json'], {
      data,
      env,
    });
    const { rows, observations, rejected, findings } = importedSchema.parse(jsonOf(ended));
    assert.deepEqual([rows, observations, rejected], [2, 1, 1], JSON.stringify(findings));
    // The one without a stored result is kept as rejected, and listed with what to do about it.
    assert.deepEqual(
      findings.map(({ row, rule }) => [row, rule]),
      [[3, 'formula-without-result']],
    );
  });

  it('is followed by a sound one that imports as if nothing had been', async () => {
    await writeFile(path('sound'), hostile.aSoundWorkbook());
    const ended = await runMandata(
      ['statistics', 'import', path('sound'), '--flow', 'MANDATA:PRISONS', '--accept', '--json'],
      { data, env },
    );
    assert.equal(ended.code, 0, ended.out + ended.err);
    assert.equal(importedSchema.parse(jsonOf(ended)).observations, 1);
  });
});

function assertSentence(text: string): void {
  assert.match(text, /^\S.{15,600}\.$/s, text);
  assert.equal(text.split('\n').length, 1, text);
  assert.doesNotMatch(text, /Error:|undefined|\bat \w+ \(|failed unexpectedly|Something went wrong/, text);
}
