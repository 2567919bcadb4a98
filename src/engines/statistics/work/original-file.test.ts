import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { operator } from '#kernel/policy/index.ts';
import { acceptBatch } from '../accept-batch.ts';
import { importFile } from '../import-file.ts';
import { releaseFlow } from '../release-flow.ts';
import { aWorkHouse, fixture, importedBatch, people, type WorkHouse } from './testing/a-work-house.ts';

let house: WorkHouse;
let batch = '';
before(async () => {
  house = await aWorkHouse();
  batch = await importedBatch(house);
});
after(() => house[Symbol.asyncDispose]());

async function downloads(): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from audit_entry where action = 'statistics.original'`.execute(house.database.owner);
  return rows[0]?.n ?? 0;
}

test('the file of a batch comes back byte by byte, to be kept and not to be shown, and the audit log says who had it', async () => {
  for (const path of [`/en/work/imports/${batch}/file`, `/api/v1/statistics/batches/${batch}/file`]) {
    const had = await downloads();
    const answer = await house.ask(people.statistician, path);
    assert.equal(answer.status, 200, path);
    assert.equal(await answer.text(), fixture);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="custody.csv"/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    assert.equal(await downloads(), had + 1);
  }
});

test('who does not work with batches gets no file, and nothing is written about it', async () => {
  const had = await downloads();
  const path = `/api/v1/statistics/batches/${batch}/file`;
  assert.equal((await house.ask(people.visitor, path)).status, 401);
  assert.equal((await house.ask(people.ofKenya, path)).status, 403);
  const unknown = '00000000-0000-4000-8000-000000000000';
  assert.equal((await house.ask(people.statistician, `/api/v1/statistics/batches/${unknown}/file`)).status, 404);
  assert.equal((await house.ask(people.statistician, '/en/work/imports/..%2F..%2Fetc/file')).status, 404);
  assert.equal(await downloads(), had);
});

test('a name that would break out of its header does not', async () => {
  const path = join(house.deps.dataFolder, 'a-file.csv');
  await writeFile(path, fixture);
  const name = 'prisons "2019";\u202E\r\nxslx.csv';
  const imported = await importFile(house.deps.context(people.statistician), { path, name, flow: 'TEST:CUSTODY' });
  const answer = await house.ask(people.statistician, `/api/v1/statistics/batches/${imported.batch ?? ''}/file`);
  assert.equal(
    answer.headers.get('content-disposition'),
    `attachment; filename="prisons _2019__xslx.csv"; filename*=UTF-8''prisons%20%222019%22%3Bxslx.csv`,
  );
});

test('the way back names the mapping with its version, and which column became what', async () => {
  await acceptBatch(house.deps.context(people.statistician), batch);
  await releaseFlow(house.deps.context(operator), { flow: 'TEST:CUSTODY' });
  await house.deps.afterChange();
  const answer = await house.ask(
    people.visitor,
    '/api/v1/statistics/origin?flow=TEST:CUSTODY&key=A.KEN.HELD._T.NUMBER&period=2019',
  );
  const { mapping } = (await answer.json()) as { mapping: unknown };
  assert.deepEqual(mapping, {
    name: 'plain',
    version: '1.0.0',
    reads: [
      { target: 'FREQ', columns: [], fixed: 'A' },
      { target: 'REF_AREA', columns: ['Area'] },
      { target: 'TOPIC', columns: ['Topic'] },
      { target: 'SEX', columns: ['Sex'] },
      { target: 'UNIT_MEASURE', columns: ['Unit'] },
      { target: 'TIME_PERIOD', columns: ['Year'] },
      { target: 'OBS_VALUE', columns: ['Value'] },
    ],
  });
});
