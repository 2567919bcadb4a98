import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import { readConfig } from '#kernel/config/index.ts';
import { createOrganization, listOrganizations } from '#kernel/identity/index.ts';
import { defineJob } from '#kernel/jobs/index.ts';
import { silentLog } from '#kernel/log/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { openHouse, type House } from '../house/open-house.ts';
import { removeOldTemporary } from '../house/tidy-folder.ts';
import { backupsFolder, keepBackup } from './nightly-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const root = await mkdtemp(join(tmpdir(), 'nightly-'));
const configOf = (name: string) => readConfig({ MANDATA_DATA: join(root, name), MANDATA_DEMO: '0' });
let house: House;
let time = new Date('2024-02-27T02:30:00Z');

before(async () => {
  house = await openHouse(configOf('first'), { for: 'command', clock: () => time });
});
after(async () => {
  await house.close();
  await rm(root, { recursive: true, force: true });
});
const backups = async (): Promise<string[]> => (await readdir(backupsFolder(join(root, 'first')))).sort();

test('the newest backups are kept, under names that tell their time, and others’ files are left alone', async () => {
  const names = [];
  for (let night = 0; night < 4; night += 1) {
    if (night === 1) await writeFile(join(backupsFolder(join(root, 'first')), 'before-the-move.zip'), 'mine');
    names.push((await keepBackup(house, 2)).name);
    time = new Date(time.getTime() + 86_400_000);
  }
  assert.deepEqual(
    names,
    [27, 28, 29].map((day) => `mandata-2024-02-${day}T0230.zip`).concat('mandata-2024-03-01T0230.zip'),
  );
  assert.deepEqual(await backups(), ['before-the-move.zip', ...names.slice(2)]);
});

test('a night that cannot write its backup leaves the older ones and no half of a new one', async () => {
  const before = await backups();
  // A folder stands where the file should: the whole archive is written, and cannot get its name.
  const inTheWay = join(backupsFolder(join(root, 'first')), 'mandata-2024-03-02T0230.zip', 'x');
  await mkdir(inTheWay, { recursive: true });
  await assert.rejects(keepBackup(house, 1), { name: 'Problem' });
  await rm(join(inTheWay, '..'), { recursive: true });
  assert.deepEqual(await backups(), before);
});

test('what a night wrote can be restored', async () => {
  await createOrganization(house.identity, operator, { name: 'Ministry of Justice', kind: 'state', state: 'KEN' });
  const elsewhere = defineJob({ name: 'house.backup@12345678', payload: z.null() });
  const everywhere = defineJob({ name: 'tests.anything', payload: z.null() });
  await house.queue.send(elsewhere, null);
  await house.queue.send(everywhere, null);
  const { name } = await keepBackup(house, 2);
  await restoreBackup(configOf('second'), join(backupsFolder(join(root, 'first')), name), silentLog);
  const second = await openHouse(configOf('second'), { for: 'command' });
  try {
    // What only the server of the first folder may do is not waited for here.
    assert.deepEqual(
      (await second.queue.list()).map(({ kind }) => kind),
      [everywhere.name],
    );
    assert.ok((await listOrganizations(second.identity, operator)).some((each) => each.name === 'Ministry of Justice'));
  } finally {
    await second.close();
  }
});

test('temporary files go when nobody has touched them for a day; backups and younger files stay', async () => {
  const folder = backupsFolder(join(root, 'first'));
  const before = await backups();
  const now = new Date();
  for (const [name, age] of [
    ['mandata-2024-03-09T0230.zip.7.part', 25],
    ['mandata-2024-03-10T0230.zip.8.part', 23],
  ] as const) {
    await writeFile(join(folder, name), 'half');
    const touched = new Date(now.getTime() - age * 3_600_000);
    await utimes(join(folder, name), touched, touched);
  }
  for (const name of before) await utimes(join(folder, name), new Date(0), new Date(0));
  assert.deepEqual(await removeOldTemporary(join(root, 'first'), now), [
    join(folder, 'mandata-2024-03-09T0230.zip.7.part'),
  ]);
  assert.deepEqual(await backups(), [...before, 'mandata-2024-03-10T0230.zip.8.part']);
});
