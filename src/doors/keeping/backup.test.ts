import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { verifyAudit } from '#kernel/audit/index.ts';
import { readConfig } from '#kernel/config/index.ts';
import { silentLog } from '#kernel/log/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { importFile, releaseFlow } from '#engines/statistics/index.ts';
import { demonstrationFile } from '#systems/prisons/index.ts';
import { openHouse, type House } from '../house/open-house.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const root = await mkdtemp(join(tmpdir(), 'keeping-'));
after(() => rm(root, { recursive: true, force: true }));
const configOf = (name: string) => readConfig({ MANDATA_DATA: join(root, name), MANDATA_DEMO: '0' });

async function aHouseWithARelease(): Promise<House> {
  const house = await openHouse(configOf('first'), { for: 'command' });
  const path = join(root, 'figures.csv');
  await writeFile(path, [...demonstrationFile()].slice(0, 12).join(''));
  const context = house.statistics.context(operator);
  await importFile(context, { path, flow: 'MANDATA:PRISONS', accept: true });
  await releaseFlow(context, { flow: 'MANDATA:PRISONS' });
  await house.afterChange();
  await house.sealer.sealNow();
  return house;
}

const figures = async (house: House) => {
  const released = await house.statistics.store.current({ agency: 'MANDATA', id: 'PRISONS' }, operator);
  assert.ok(released !== undefined);
  return {
    sha256: released.sha256,
    rows: await house.statistics.store.rows(
      `SELECT count(*)::INTEGER AS n, sum("OBS_VALUE") AS total FROM ${released.relation}`,
    ),
  };
};

async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(
        async (file) =>
          [
            file.slice(folder.length),
            createHash('sha256')
              .update(await readFile(file))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

test('what is backed up, wiped and restored is the same: figures, files, accounts, audit chain', async (t) => {
  const first = await aHouseWithARelease();
  const before = await figures(first);
  const backup = join(root, 'house.zip');
  const manifest = await writeBackup(first, backup);
  assert.ok(manifest.entries.length > 5);
  assert.equal((await stat(backup)).mode & 0o777, 0o600);
  await first.close();

  await restoreBackup(configOf('second'), backup, silentLog);
  const second = await openHouse(configOf('second'), { for: 'command' });
  assert.deepEqual(await figures(second), before);
  for (const part of ['files', 'statistics/batches', 'statistics/releases']) {
    assert.deepEqual(await hashes(join(root, 'second', part)), await hashes(join(root, 'first', part)), part);
  }
  const { secret, headFile } = second;
  assert.equal((await verifyAudit(second.database, { secret, headFile })).ok, true);
  await second.close();

  await t.test('a folder that is not empty is refused and stays as it is', async () => {
    await assert.rejects(restoreBackup(configOf('second'), backup, silentLog), /not empty/);
    assert.ok((await readdir(join(root, 'second'))).includes('secret'));
  });

  await t.test('a damaged backup restores nothing and says where', async () => {
    const damaged = join(root, 'damaged.zip');
    const bytes = await readFile(backup);
    const at = bytes.indexOf('PAR1');
    assert.ok(at > 0, 'the releases lie in the archive uncompressed');
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 0xff;
    await writeFile(damaged, bytes);
    await assert.rejects(restoreBackup(configOf('third'), damaged, silentLog), { name: 'Problem' });
    assert.deepEqual(
      (await readdir(join(root, 'third'))).filter((name) => name !== 'lock'),
      [],
    );
    const cut = await open(damaged, 'r+');
    await cut.truncate(bytes.length >> 1);
    await cut.close();
    await assert.rejects(restoreBackup(configOf('fourth'), damaged, silentLog), { name: 'Problem' });
  });
});
