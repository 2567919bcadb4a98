import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { AccountActor, Actor } from '#kernel/policy/index.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import { anActor, organizations } from '#kernel/policy/testing/index.ts';
import { acceptBatch, rejectBatch, undoBatch } from './accept-batch.ts';
import { answerFinding } from './answer-finding.ts';
import { duplicateKey, jump } from './checks/constructors.ts';
import { findObservationOrigin } from './find-observation-origin.ts';
import { importFile } from './import-file.ts';
import { getBatch, listBatches } from './list-batches.ts';
import { listFindings } from './list-findings.ts';
import { listReleases, releaseChanges } from './list-releases.ts';
import { releaseFlow } from './release-flow.ts';
import { openReleasedStore, type OpenReleasedStore } from './store/cube/open-released-store.ts';
import { sha256Of } from './store/cube/durable.ts';
import { aFlow, csvOf, type Figure } from './testing/a-flow.ts';
import { aHouse, type House } from './testing/a-house.ts';
import { tidyUp } from './tidy-up.ts';
import { withdrawRelease } from './withdraw-release.ts';

const statistician: AccountActor = anActor('statistician', { organization: organizations.research });
const kenya: AccountActor = anActor('focal-point', { organization: organizations.kenya });
const peru: AccountActor = anActor('focal-point', { organization: organizations.peru });

let house: House;
let store: OpenReleasedStore;
let flows = 0;
let flow = { agency: 'TEST', id: '' };
before(async () => {
  house = await aHouse([]);
  store = await openReleasedStore(house.context());
});
after(async () => {
  await store.close();
  await house[Symbol.asyncDispose]();
});
afterEach(() => {
  house.now = new Date('2026-03-01T12:00:00Z');
});

/** A flow of its own for each test, so that none sees another's batches. */
function aNewFlow() {
  flow = { agency: 'TEST', id: `FLOW${flows++}` };
  const definition = aFlow([duplicateKey(), jump({ of: { UNIT_MEASURE: 'NUMBER' } })], `TEST:${flow.id}`);
  const context = (actor: Actor = operator) => ({ ...house.context(actor), flows: [definition] });
  return { name: `TEST:${flow.id}`, context };
}
type Place = ReturnType<typeof aNewFlow>;

async function bring({ name, context }: Place, figures: readonly Figure[], accept = true): Promise<string> {
  const path = await house.file('figures.csv', csvOf(figures));
  const { batch } = await importFile(context(statistician), { path, flow: name, accept });
  return batch ?? assert.fail('no batch');
}
const held = (area: string, year: number, value: string | number): Figure => [
  area,
  'Held',
  'Total',
  'Counts',
  year,
  value,
];

async function figures(actor: Actor): Promise<string[]> {
  await store.refresh();
  const current = await store.current(flow, actor);
  if (current === undefined) return [];
  const rows = await store.rows(
    `SELECT REF_AREA AS a, TIME_PERIOD AS p, OBS_VALUE AS v, _since AS s FROM ${current.relation}`,
  );
  return rows.map(({ a, p, v, s }) => `${String(a)} ${String(p)} ${String(v)} since ${String(s)}`);
}

test('a release says what is new, revised and gone, and each figure since when it stands', async () => {
  const place = aNewFlow();
  const first = await bring(place, [held('KEN', 2018, 100), held('KEN', 2019, 110), held('PER', 2019, 50)]);
  assert.deepEqual((await releaseFlow(place.context(), { flow: place.name })).changes, { new: 3, revised: 0, gone: 0 });
  await bring(place, [held('KEN', 2019, 120), held('KEN', 2020, 130)]);
  const second = await releaseFlow(place.context(), { flow: place.name, note: 'Kenya answered again' });
  assert.deepEqual([second.release, second.observations, second.changes], [2, 4, { new: 1, revised: 1, gone: 0 }]);
  assert.deepEqual(await figures(anonymous), [
    'KEN 2018 100 since 1',
    'KEN 2019 120 since 2',
    'KEN 2020 130 since 2',
    'PER 2019 50 since 1',
  ]);

  await undoBatch(place.context(statistician), first, 'wrong file');
  const third = await releaseFlow(place.context(), { flow: place.name });
  assert.deepEqual(third.changes, { new: 0, revised: 0, gone: 2 });
  const changes = await releaseChanges(place.context(anonymous), store, { flow: place.name, release: 2 });
  assert.deepEqual(
    changes.map(({ change, key, before, after }) => [change, key['TIME_PERIOD'], before, after]),
    [
      ['revised', '2019', 110, 120],
      ['new', '2020', undefined, 130],
    ],
  );
});

test('the checksum is that of the public file, and release.json describes it', async () => {
  const place = aNewFlow();
  await bring(place, [held('KEN', 2018, 100)]);
  const released = await releaseFlow(place.context(), { flow: place.name, note: 'A note' });
  const folder = join(house.dataFolder, 'statistics', 'releases', 'TEST', flow.id, '1');
  assert.deepEqual((await readdir(folder)).sort(), ['public.parquet', 'release.json']);
  assert.equal(await sha256Of(join(folder, 'public.parquet')), released.sha256);
  const described = JSON.parse(await readFile(join(folder, 'release.json'), 'utf8'));
  assert.equal(described.sha256, released.sha256);
  assert.match(described.citation, /^Mandata \(2026\)\. Custody\. TEST:FLOW\d+, release 1, SHA-256 [0-9a-f]{16}\.$/);
  assert.equal(described.structure.dimensions.length, 5);
});

test('only accepted batches are released, in the order of acceptance', async () => {
  const place = aNewFlow();
  const early = await bring(place, [held('KEN', 2018, 1)], false);
  const late = await bring(place, [held('KEN', 2018, 2)], false);
  const never = await bring(place, [held('KEN', 2018, 3)], false);
  await rejectBatch(place.context(statistician), never, 'an older file');
  await acceptBatch(place.context(statistician), late);
  await acceptBatch(place.context(statistician), early, 'after asking the State');
  await assert.rejects(acceptBatch(place.context(statistician), never), /is rejected; only one that is staged/);
  await releaseFlow(place.context(), { flow: place.name });
  assert.deepEqual(await figures(anonymous), ['KEN 2018 1 since 1']);
  const batch = await getBatch(place.context(statistician), early);
  assert.deepEqual(
    batch.acts.map(({ act, by, note }) => [act, by, note]),
    [['accepted', statistician.id, 'after asking the State']],
  );
  assert.equal((await listBatches(place.context(statistician), { flow: place.name })).length, 3);
});

test('an embargoed release is the office’s alone until its time', async () => {
  const place = aNewFlow();
  await bring(place, [held('KEN', 2018, 1)]);
  await releaseFlow(place.context(), { flow: place.name });
  await bring(place, [held('KEN', 2018, 2)]);
  await releaseFlow(place.context(), { flow: place.name, embargoUntil: new Date('2026-03-02T00:00:00Z') });
  assert.deepEqual(await figures(anonymous), ['KEN 2018 1 since 1']);
  assert.deepEqual(await figures(kenya), ['KEN 2018 1 since 1']);
  assert.deepEqual(await figures(statistician), ['KEN 2018 2 since 2']);
  house.now = new Date('2026-03-02T00:00:00Z');
  assert.deepEqual(await figures(anonymous), ['KEN 2018 2 since 2']);
});

test('a withdrawn release is out of use with its reason, and the one before is in force again', async () => {
  const place = aNewFlow();
  await bring(place, [held('KEN', 2018, 1)]);
  await releaseFlow(place.context(), { flow: place.name });
  await bring(place, [held('KEN', 2018, 2), held('KEN', 2019, 2)]);
  await releaseFlow(place.context(), { flow: place.name });
  await assert.rejects(
    withdrawRelease(place.context(statistician), { flow: place.name, release: 2, reason: ' ' }),
    /Say why/,
  );
  await withdrawRelease(place.context(statistician), {
    flow: place.name,
    release: 2,
    reason: 'The file was of another year',
  });
  assert.deepEqual(await figures(statistician), ['KEN 2018 1 since 1']);
  const listed = await listReleases(place.context(anonymous), { flow: place.name });
  assert.deepEqual(
    listed.map(({ release, withdrawn }) => [release, withdrawn?.reason]),
    [
      [1, undefined],
      [2, 'The file was of another year'],
    ],
  );
  // The next one is compared with what is in force, and never takes a number again.
  const third = await releaseFlow(place.context(), { flow: place.name });
  assert.deepEqual([third.release, third.changes], [3, { new: 1, revised: 1, gone: 0 }]);
});

const sdmx = (lines: readonly string[]): string =>
  [
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TOPIC,SEX,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,CONF_STATUS',
    ...lines,
    '',
  ].join('\n');

async function load({ name, context }: Place, lines: readonly string[]) {
  const path = await house.file('load.csv', sdmx(lines.map((line) => line.replace('FLOW', `${name}(1.0.0)`))));
  return importFile(context(statistician), { path, flow: name, mapping: 'sdmx-csv', accept: true });
}

test('a confidential figure is in a file of its own that only the office reads', async () => {
  const place = aNewFlow();
  await load(place, [
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2018,7,',
    'dataflow,FLOW,I,A,KEN,HELD,M,NUMBER,2018,3,C',
    'dataflow,FLOW,I,A,PER,HELD,_T,NUMBER,2018,9,F',
  ]);
  const released = await releaseFlow(place.context(), { flow: place.name });
  assert.equal(released.observations, 2);
  assert.deepEqual(await figures(anonymous), ['KEN 2018 7 since 1', 'PER 2018 9 since 1']);
  assert.deepEqual(await figures(kenya), ['KEN 2018 7 since 1', 'PER 2018 9 since 1']);
  assert.deepEqual((await figures(statistician)).sort(), [
    'KEN 2018 3 since 1',
    'KEN 2018 7 since 1',
    'PER 2018 9 since 1',
  ]);
  const folder = join(house.dataFolder, 'statistics', 'releases', 'TEST', flow.id, '1');
  assert.ok(existsSync(join(folder, 'restricted.parquet')));
});

test('SDMX-CSV is loaded row by row as its actions say, and what is wrong with a row is said', async () => {
  const place = aNewFlow();
  await load(place, ['dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2018,7,', 'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2019,8,']);
  const second = await load(place, [
    'dataflow,FLOW,D,A,KEN,HELD,_T,NUMBER,2018,,',
    'dataflow,FLOW,R,A,KEN,HELD,_T,NUMBER,2019,9,',
    'dataflow,FLOW,I,A,XXX,HELD,_T,NUMBER,2019,9,',
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2019-13,9,',
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2020,<5,',
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2021,many,',
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2022,,',
    'dataflow,OTHER:FLOW(1.0),I,A,KEN,HELD,_T,NUMBER,2023,1,',
    'dataflow,FLOW,X,A,KEN,HELD,_T,NUMBER,2024,1,',
    'dataflow,FLOW,I,A,KEN,HELD,_T,NUMBER,2025,1,SECRET',
  ]);
  assert.deepEqual(
    second.findings.map(({ rule, severity, row }) => `${row} ${rule} ${severity}`),
    [
      '4 code-known error',
      '5 period-readable error',
      '6 value-suppressed info',
      '7 value-readable error',
      '9 other-flow error',
      '10 action-known error',
      '11 code-known error',
    ],
  );
  assert.deepEqual([second.rows, second.observations, second.suppressed, second.rejected], [10, 3, 1, 6]);
  const released = await releaseFlow(place.context(), { flow: place.name });
  assert.equal(released.observations, 3);
  assert.deepEqual(await figures(anonymous), ['KEN 2019 9 since 1', 'KEN 2020 null since 1', 'KEN 2022 null since 1']);
});

test('any figure leads back to its row, its file, and who let it through; the public sees roles only', async () => {
  const place = aNewFlow();
  const batch = await bring(place, [held('PER', 2017, 40), held('KEN', 2018, 100), held('KEN', 2019, '1,204')]);
  await releaseFlow(place.context(), { flow: place.name });
  await store.refresh();
  const figure = { flow, key: ['A', 'KEN', 'HELD', '_T', 'NUMBER'], period: '2019' };
  const seen = (await findObservationOrigin(place.context(anonymous), store, figure)) ?? assert.fail('not found');
  assert.deepEqual([seen.batch, seen.row, seen.file.name, seen.since], [batch, 4, 'figures.csv', 1]);
  assert.deepEqual(
    seen.cells.map(({ column, text }) => `${column}=${text}`),
    ['Area=KEN', 'Topic=Held', 'Sex=Total', 'Unit=Counts', 'Year=2019', 'Value=1,204'],
  );
  assert.deepEqual([seen.accepted?.role, seen.accepted?.account], ['statistician', undefined]);
  const office = await findObservationOrigin(place.context(statistician), store, figure);
  assert.equal(office?.accepted?.account, statistician.id);
  assert.deepEqual(office.findings.map(({ rule }) => rule).sort(), ['jump', 'number-style']);
  assert.equal(await findObservationOrigin(place.context(anonymous), store, { ...figure, period: '1999' }), undefined);
});

test('a State sees and answers the findings about its own figures, and no other State’s', async () => {
  const place = aNewFlow();
  const batch = await bring(place, [
    held('KEN', 2018, 100),
    held('KEN', 2019, 900),
    held('PER', 2018, 100),
    held('PER', 2019, 900),
  ]);
  const own = await listFindings(place.context(kenya), { batch });
  assert.deepEqual(
    own.findings.map(({ rule, state }) => [rule, state]),
    [['jump', 'KEN']],
  );
  assert.equal((await listFindings(place.context(anonymous), { batch })).total, 0);
  assert.equal((await listFindings(place.context(statistician), { batch })).total, 2);
  const id = own.findings[0]?.id ?? 0;
  await answerFinding(place.context(kenya), id, 'The police cells were counted for the first time.');
  await assert.rejects(answerFinding(place.context(peru), id, 'Mine?'), /nothing at this address/);
  await answerFinding(place.context(statistician), id, 'Thank you; please mark the break.');
  const [answered] = (await listFindings(place.context(kenya), { batch })).findings;
  assert.deepEqual(
    answered?.answers.map(({ role }) => role),
    ['focal-point', 'statistician'],
  );
  assert.equal((await listFindings(place.context(statistician), { batch, unanswered: true })).total, 1);
});

test('what a killed process left without a row in the record is removed at the next start, and nothing else', async () => {
  const place = aNewFlow();
  await bring(place, [held('KEN', 2018, 1)]);
  await releaseFlow(place.context(), { flow: place.name });
  const releases = join(house.dataFolder, 'statistics', 'releases', 'TEST', flow.id);
  await cp(join(releases, '1'), join(releases, '2'), { recursive: true });
  const batches = join(house.dataFolder, 'statistics', 'batches');
  await mkdir(join(batches, 'half-made'));
  await mkdir(join(house.dataFolder, 'statistics', 'work', 'scratch'), { recursive: true });
  const kept = (await readdir(batches)).length - 1;
  assert.deepEqual((await tidyUp(house.context())).map((path) => path.slice(house.dataFolder.length + 1)).sort(), [
    'statistics/batches/half-made',
    `statistics/releases/TEST/${flow.id}/2`,
  ]);
  assert.equal((await readdir(batches)).length, kept);
  assert.ok(!existsSync(join(house.dataFolder, 'statistics', 'work')));
  assert.deepEqual(await figures(anonymous), ['KEN 2018 1 since 1']);
  // A folder in the way of the next release is what such a process left: the release takes its place.
  await mkdir(join(releases, '2'));
  await writeFile(join(releases, '2', 'public.parquet'), 'half');
  await bring(place, [held('KEN', 2018, 2)]);
  assert.equal((await releaseFlow(place.context(), { flow: place.name })).release, 2);
  assert.deepEqual(await figures(anonymous), ['KEN 2018 2 since 2']);
});

test('a damaged cache is made anew from the releases', async () => {
  const place = aNewFlow();
  await bring(place, [held('KEN', 2018, 1)]);
  await releaseFlow(place.context(), { flow: place.name });
  const before = await figures(anonymous);
  await store.close();
  await writeFile(join(house.dataFolder, 'cache', 'statistics.duckdb'), 'this is no database'.repeat(1000));
  store = await openReleasedStore(house.context());
  assert.deepEqual(await figures(anonymous), before);
});
