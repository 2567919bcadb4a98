import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { csvOf } from '../testing/a-flow.ts';
import type { ReleaseCheckProps } from './pages/release-check.tsx';
import type { ReleasesOfFlowProps } from './pages/releases-of-flow.tsx';
import type { ReleasesProps } from './pages/releases.tsx';
import { aWorkHouse, formOf, importedBatch, people, type WorkHouse } from './testing/a-work-house.ts';

const { statistician, reportWriter, ofKenya, visitor } = people;
const api = '/api/v1/statistics';
const flow = 'TEST:CUSTODY';

let house: WorkHouse;
before(async () => {
  house = await aWorkHouse();
});
after(() => house[Symbol.asyncDispose]());

const make = (
  fields: Record<string, string>,
  actor: (typeof people)[keyof typeof people] = statistician,
): Promise<Response> => house.ask(actor, '/en/work/releases/make', formOf({ token: randomUUID(), flow, ...fields }));
const ofFlow = async (): Promise<ReleasesOfFlowProps> =>
  (await house.page(statistician, `/en/work/releases?flow=${flow}`)).props as unknown as ReleasesOfFlowProps;
const check = async (query = ''): Promise<ReleaseCheckProps> =>
  (await house.page(statistician, `/en/work/releases/make?flow=${flow}${query}`)).props as unknown as ReleaseCheckProps;

async function acceptCsv(content: string): Promise<void> {
  const sent = await house.ask(statistician, `${api}/batches?flow=${flow}&accept=true&filename=x.csv`, {
    method: 'POST',
    body: content,
    headers: { 'content-type': 'text/csv' },
  });
  assert.equal(sent.status, 201);
}

test('without an accepted batch there is nothing to release, and the page says what to do', async () => {
  assert.equal((await ofFlow()).accepted, 0);
  assert.equal((await check()).changes, undefined);
  assert.equal((await make({})).status, 409);
});

test('what the check page says is what the release then holds; the same form twice makes one release', async () => {
  await importedBatch(house, '&accept=true');
  const first = await check('&note=First');
  assert.deepEqual([first.number, first.changes?.new, first.changes?.revised, first.changes?.gone], [1, 13, 0, 0]);
  const token = randomUUID();
  assert.equal((await make({ token, note: 'First' })).status, 303);
  assert.equal((await make({ token, note: 'First' })).status, 303);
  const shown = await ofFlow();
  assert.deepEqual([shown.releases.length, shown.current, shown.actsSince], [1, 1, 0]);
  assert.equal(shown.releases[0]?.note, 'First');

  house.time.now = new Date(house.time.now.getTime() + 5000);
  await acceptCsv(
    csvOf([
      ['PER', 'Held', 'Total', 'Counts', 2019, 96_000],
      ['PER', 'Held', 'Total', 'Counts', 2020, 90_000],
    ]),
  );
  assert.equal((await ofFlow()).actsSince, 1);
  const second = await check();
  assert.deepEqual(
    [second.changes?.new, second.changes?.revised, second.changes?.gone, second.changes?.same],
    [1, 1, 0, 12],
  );
  assert.deepEqual(
    second.changes?.first.map(({ change, area, period, before, after: now }) => [change, area, period, before, now]),
    [
      ['revised', 'Peru', '2019', 95_000, 96_000],
      ['new', 'Peru', '2020', null, 90_000],
    ],
  );
  assert.equal((await make({})).status, 303);
  const told = (await (await house.ask(visitor, `${api}/releases/${flow}/2/changes`)).json()) as {
    changes: { change: string }[];
  };
  assert.deepEqual(
    told.changes.map(({ change }) => change),
    ['revised', 'new'],
  );
});

test('an embargo is read in UTC, must lie ahead, and hides the release from everybody but the office', async () => {
  assert.equal((await make({ embargo: '2020-01-01T09:00' })).status, 400);
  assert.equal((await make({ embargo: 'tomorrow' })).status, 400);
  assert.equal((await check('&embargo=2026-12-01T09:00')).embargoUntil, '2026-12-01T09:00:00.000Z');
  const { current } = await ofFlow();
  assert.equal(current, 2);
  // The database has its own clock, and an embargo must be ahead of both.
  assert.equal((await make({ embargo: '2126-12-01T09:00' })).status, 303);
  const seen = async (actor: (typeof people)[keyof typeof people]): Promise<number[]> =>
    (
      (await (await house.ask(actor, `${api}/releases?flow=${flow}`)).json()) as { releases: { release: number }[] }
    ).releases.map(({ release }) => release);
  assert.deepEqual(await seen(statistician), [1, 2, 3]);
  assert.deepEqual(await seen(visitor), [1, 2]);
  assert.deepEqual(await seen(ofKenya), [1, 2]);
});

test('a release is withdrawn with a reason that everybody can read, and nothing is deleted', async () => {
  const path = `/en/work/releases/withdraw?flow=${flow}&release=2`;
  assert.equal((await house.ask(statistician, path)).status, 200);
  assert.equal((await house.ask(statistician, path, formOf({ flow, release: '2', reason: ' ' }))).status, 400);
  assert.equal(
    (await house.ask(statistician, path, formOf({ flow, release: '2', reason: 'A wrong file.' }))).status,
    303,
  );
  assert.equal((await house.ask(statistician, path, formOf({ flow, release: '2', reason: 'Again.' }))).status, 409);
  const { releases } = (await (await house.ask(visitor, `${api}/releases?flow=${flow}`)).json()) as {
    releases: { release: number; withdrawn?: { reason: string } }[];
  };
  assert.equal(releases.find(({ release }) => release === 2)?.withdrawn?.reason, 'A wrong file.');
  assert.equal((await house.ask(statistician, `/en/work/releases/withdraw?flow=${flow}&release=99`)).status, 404);
});

test('the overview counts what waits in each flow', async () => {
  const { flows } = (await house.page(statistician, '/en/work/releases')).props as unknown as ReleasesProps;
  assert.deepEqual(
    flows.map(({ id, releases, accepted }) => [id, releases, accepted]),
    [[flow, 3, 2]],
  );
});

test('only those who may, make and withdraw releases', async () => {
  for (const path of ['/en/work/releases', `/en/work/releases?flow=${flow}`]) {
    assert.equal((await house.ask(reportWriter, path)).status, 200);
    assert.equal((await house.ask(ofKenya, path)).status, 403);
    assert.equal((await house.ask(visitor, path)).status, 303);
  }
  for (const path of [`/en/work/releases/make?flow=${flow}`, `/en/work/releases/withdraw?flow=${flow}&release=1`]) {
    for (const actor of [reportWriter, ofKenya]) {
      assert.equal((await house.ask(actor, path)).status, 403);
      assert.equal(
        (await house.ask(actor, path, formOf({ token: randomUUID(), flow, release: '1', reason: 'x' }))).status,
        403,
      );
    }
    assert.equal((await house.ask(visitor, path)).status, 303);
  }
  const post = (actor: (typeof people)[keyof typeof people], path: string, body: object): Promise<Response> =>
    house.ask(actor, `${api}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  for (const [actor, status] of [
    [visitor, 401],
    [ofKenya, 403],
    [reportWriter, 403],
  ] as const) {
    assert.equal((await post(actor, '/releases', { flow })).status, status);
    assert.equal((await post(actor, `/releases/${flow}/1/withdraw`, { reason: 'x' })).status, status);
  }
});

test('over the API: a release once for a key, the way back from a figure, and what is not there', async () => {
  const send = (body: object, key?: string): Promise<Response> =>
    house.ask(statistician, `${api}/releases`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    });
  const first = await send({ flow, note: 'By machine' }, 'release-0001');
  assert.equal(first.status, 201);
  assert.deepEqual(await (await send({ flow, note: 'By machine' }, 'release-0001')).json(), await first.clone().json());
  assert.equal((await send({ flow, embargoUntil: 'soon' })).status, 400);
  const origin = (query: string, actor: (typeof people)[keyof typeof people] = visitor): Promise<Response> =>
    house.ask(actor, `${api}/origin?flow=${flow}&${query}`);
  const told = (await (await origin('key=A.PER.HELD._T.NUMBER&period=2020')).json()) as {
    row: number;
    cells: { column: string; text: string }[];
    imported: { account?: string };
    accepted: { role: string };
  };
  assert.deepEqual(
    [told.row, told.cells.at(-1), told.imported.account, told.accepted.role],
    [3, { column: 'Value', text: '90000' }, undefined, 'statistician'],
  );
  assert.equal((await origin('key=A.XXX.HELD._T.NUMBER&period=2020')).status, 404);
  const flows = (await (await house.ask(visitor, `${api}/flows`)).json()) as {
    flows: { id: string; release: number }[];
  };
  assert.deepEqual(
    flows.flows.map(({ id, release }) => [id, release]),
    [[flow, 4]],
  );
  assert.equal((await house.ask(visitor, `${api}/indicators`)).status, 200);
  assert.equal((await house.ask(visitor, `${api}/indicators/none`)).status, 404);
  assert.equal((await house.ask(visitor, `${api}/indicators/none/KEN/2019`)).status, 404);
});
