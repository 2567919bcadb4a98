import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readCommand, type Io } from '#kernel/commands/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/index.ts';
import { createRecord } from '#engines/registers/index.ts';
import { laws, registersOver, registersSteps } from '#engines/registers/testing/index.ts';
import type { House } from '../house/open-house.ts';
import { registersCommands } from './registers-commands.ts';

describe('the commands of the registers', () => {
  let house: House;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mandata-registers-'));
    const context = registersOver(await aDatabase(registersSteps));
    for (const [symbol, country] of [
      ['A', 'KEN'],
      ['B', 'PER'],
    ])
      await createRecord(context(operator), 'laws', {
        data: { name: { en: symbol }, country, symbol },
        moves: ['publish'],
      });
    const registers = { definitions: [laws], context, sources: [] };
    house = { registers, config: { origin: 'https://example.org' } } as unknown as House;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function run(...words: string[]): Promise<{ code: number; out: string }> {
    let out = '';
    const io: Io = {
      stdin: (async function* () {})(),
      out: async (chunk) => void (out += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)),
      err: async () => undefined,
      cwd: folder,
      terminal: false,
      signal: new AbortController().signal,
    };
    const { command, input } = readCommand(registersCommands, words);
    return { code: await command.run(house, input, io), out };
  }

  it('list registers with their records', async () => {
    const { code, out } = await run('registers', 'list', '--json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), [{ id: 'laws', title: 'Laws', records: 2, demonstration: 0 }]);
  });

  it('export a selection, and take the same file over again without changing anything', async () => {
    await run('registers', 'export', 'laws', '--filter', 'country=KEN', '-o', 'kenya.csv');
    const file = await readFile(join(folder, 'kenya.csv'), 'utf8');
    assert.equal(file.trim().split('\n').length, 2);
    const { code, out } = await run('registers', 'import', 'kenya.csv', '--register', 'laws', '--json');
    assert.equal(code, 0);
    assert.deepEqual((JSON.parse(out) as { same: number; new: number }).same, 1);
  });

  it('take nothing over of a file with an error, and say where it is', async () => {
    await writeFile(join(folder, 'wrong.csv'), 'symbol,name@en,country\nC,Third,KEN\nD,Fourth,Nowhere\n');
    const { code, out } = await run('registers', 'import', 'wrong.csv', '--register', 'laws', '--json');
    const { refused, findings } = JSON.parse(out) as { refused: number; findings: { row: number; field: string }[] };
    assert.deepEqual([code, refused], [1, 1]);
    assert.ok(findings.some(({ row, field }) => row === 3 && field === 'country'));
    assert.equal((JSON.parse((await run('registers', 'list', '--json')).out) as { records: number }[])[0]?.records, 2);
  });

  it('refuse what they were not told enough for', async () => {
    await assert.rejects(run('registers', 'import', 'kenya.csv'), { kind: 'wrong-use' });
    await assert.rejects(run('registers', 'export', 'laws', '--format', 'pdf'), { kind: 'wrong-use' });
    await assert.rejects(run('registers', 'export', 'nothing'), { kind: 'not-found' });
  });
});
