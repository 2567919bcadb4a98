import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  aWorkHouse,
  fixture,
  formOf,
  importedBatch,
  people,
  uploadOf,
  type WorkHouse,
} from './testing/a-work-house.ts';

let house: WorkHouse;
before(async () => {
  house = await aWorkHouse();
});
after(() => house[Symbol.asyncDispose]());

const { statistician, reportWriter, ofKenya, visitor } = people;

/** Follows an upload to the page where its import has ended. */
async function settled(path: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await house.ask(statistician, path);
    if (answer.status === 303) return answer.headers.get('location') ?? '';
    const { props } = (await answer.json()) as { props: { run?: { state: string } } };
    if (props.run === undefined || !['waiting', 'running'].includes(props.run.state)) return path;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import never ended');
}

async function upload(init: RequestInit): Promise<{ status: number; location: string; text: string }> {
  const answer = await house.ask(statistician, '/en/work/imports', init);
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}

test('a file sent by the form becomes a batch whose counts add up, and its rejected rows are shown as they were', async () => {
  const sent = await upload(uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY' }));
  assert.equal(sent.status, 303);
  const { props } = await house.page(statistician, await settled(sent.location));
  const { batch, rejected, byRule } = props as unknown as {
    batch: Record<'rows' | 'observations' | 'suppressed' | 'rejected', number> & { who: object };
    rejected: { columns: string[]; rows: { row: number; cells: string[]; reasons: string[] }[] };
    byRule: { rule: string; severity: string; count: number }[];
  };
  assert.deepEqual([batch.rows, batch.observations, batch.suppressed, batch.rejected], [16, 12, 1, 3]);
  assert.deepEqual(rejected.columns, ['Area', 'Topic', 'Sex', 'Unit', 'Year', 'Value']);
  assert.deepEqual(
    rejected.rows.map(({ row, cells }) => [row, cells.at(-1)]),
    [
      [15, 'many'],
      [16, '10'],
      [17, '12'],
    ],
  );
  assert.ok(rejected.rows.every(({ reasons }) => reasons.length > 0));
  assert.deepEqual(batch.who, { account: 'statistician-1', name: 'Name of statistician-1' });
  assert.ok(byRule.some(({ rule }) => rule === 'jump'));
  assert.deepEqual(await house.scratch(), []);
});

test('the same form sent twice imports once; the same token with something else is refused', async () => {
  const token = randomUUID();
  const first = await upload(uploadOf({ token, flow: 'TEST:CUSTODY' }));
  const again = await upload(uploadOf({ token, flow: 'TEST:CUSTODY' }));
  assert.equal(await settled(again.location), await settled(first.location));
  const other = await upload(uploadOf({ token, flow: 'TEST:CUSTODY', dryRun: 'yes' }));
  assert.equal(other.status, 409);
  const [one, two] = await Promise.all(
    [0, 1].map(() => upload(uploadOf({ token: `${token.slice(0, -1)}0`, flow: 'TEST:CUSTODY' }))),
  );
  assert.equal(await settled(one?.location ?? ''), await settled(two?.location ?? '-'));
  assert.deepEqual(await house.scratch(), []);
});

test('a trial lists its findings and keeps nothing', async () => {
  const before = await house.page(statistician, '/en/work/imports');
  const sent = await upload(uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY', dryRun: 'yes' }));
  const { page, props } = await house.page(statistician, await settled(sent.location));
  const { result } = props as unknown as {
    result: { rows: number; rejected: number; findings: { row: number }[]; findingsFound: number };
  };
  assert.equal(page, 'work/import-run');
  assert.deepEqual([result.rows, result.rejected, result.findings.length], [16, 3, result.findingsFound]);
  const after = await house.page(statistician, '/en/work/imports');
  assert.equal(after.props['total'], before.props['total']);
});

test('what is wrong with an upload is said at the form, with nothing left behind', async () => {
  const send = (fields: Record<string, string>, file?: { name: string; content: string | Uint8Array<ArrayBuffer> }) =>
    upload(uploadOf({ token: randomUUID(), ...fields }, file));
  const wrong: [Awaited<ReturnType<typeof send>>, number, RegExp][] = [
    [
      await upload({
        method: 'POST',
        body: uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY' }, { name: '', content: '' }).body ?? null,
      }),
      400,
      /Choose a file|is empty/,
    ],
    [await send({ flow: 'TEST:CUSTODY' }, { name: 'a.csv', content: '' }), 400, /is empty/],
    [await send({ flow: 'new', newFlow: 'homicide' }), 400, /UNODC:HOMICIDE/],
    [await send({ flow: 'TEST:NONE' }), 404, /TEST:NONE/],
    [await send({ flow: 'TEST:CUSTODY', mapping: 'none' }), 400, /no mapping/],
    [await send({ flow: 'TEST:CUSTODY' }, { name: 'report.pdf', content: '%PDF-1.7 …' }), 415, /PDF/],
    [
      await send(
        { flow: 'TEST:CUSTODY' },
        { name: 'bomb.xlsx', content: new Uint8Array([0x50, 0x4b, 3, 4, ...Array<number>(60).fill(0xff)]) },
      ),
      400,
      /./,
    ],
  ];
  for (const [{ status, text }, expected, words] of wrong) {
    assert.ok(
      status === expected || (expected === 415 && status === 400),
      `${status} for ${String(words)}: ${text.slice(0, 300)}`,
    );
    assert.match(text, words);
  }
  assert.deepEqual(await house.scratch(), []);
});

test('a file without the columns of the flow fails in the background, and says why to whoever comes back', async () => {
  const sent = await upload(
    uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY' }, { name: 'other.csv', content: 'a,b\n1,2\n' }),
  );
  const { props } = await house.page(statistician, await settled(sent.location));
  const { run } = props as unknown as { run: { state: string; problem: { id: string } } };
  assert.equal(run.state, 'failed');
  assert.match(run.problem.id, /column|header/i);
});

test('an import whose server was killed reads as interrupted', async () => {
  const sent = await upload(uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY', dryRun: 'yes' }));
  const path = sent.location;
  await settled(path);
  const id = path.split('/').at(-1) ?? '';
  await house.database.owner
    .withTables<{ statistics_imports: { id: string; state: string; ended_at: Date | null } }>()
    .updateTable('statistics_imports')
    .set({ state: 'running', ended_at: null })
    .where('id', '=', id)
    .execute();
  house.time.now = new Date(house.time.now.getTime() + 60_000);
  const { props } = await house.page(statistician, path);
  assert.equal((props['run'] as unknown as { state: string }).state, 'interrupted');
});

test('accepting shows what it changes, asks no more than once, and can be taken back with a reason', async () => {
  const batch = await importedBatch(house);
  const path = `/en/work/imports/${batch}`;
  const shown = await house.page(statistician, `${path}/accept`);
  const { changes } = shown.props as unknown as { changes: Record<'new' | 'revised' | 'gone' | 'same', number> };
  assert.deepEqual([changes.new, changes.revised, changes.gone, changes.same], [13, 0, 0, 0]);
  assert.equal((await house.ask(statistician, `${path}/accept`, formOf({ note: '' }))).status, 303);
  assert.equal((await house.ask(statistician, `${path}/accept`, formOf({ note: '' }))).status, 409);
  assert.equal((await house.ask(statistician, `${path}/undo`, formOf({ note: ' ' }))).status, 400);
  const undo = await house.page(statistician, `${path}/undo`);
  assert.equal((undo.props['changes'] as unknown as { gone: number }).gone, 13);
  assert.equal((await house.ask(statistician, `${path}/undo`, formOf({ note: 'wrong year' }))).status, 303);
  const { props } = await house.page(statistician, path);
  const acts = props['acts'] as unknown as { act: string; note?: string }[];
  assert.deepEqual(
    acts.map(({ act, note }) => [act, note]),
    [
      ['accepted', undefined],
      ['undone', 'wrong year'],
    ],
  );
});

test('only the office sees imports; a visitor is led to sign in', async () => {
  const batch = await importedBatch(house);
  const paths = ['/en/work/imports', `/en/work/imports/${batch}`];
  for (const path of paths) {
    assert.equal((await house.ask(statistician, path)).status, 200);
    assert.equal((await house.ask(reportWriter, path)).status, 200);
    assert.equal((await house.ask(ofKenya, path)).status, 403);
    const away = await house.ask(visitor, path);
    assert.equal(away.status, 303);
    assert.equal(away.headers.get('location'), `/en/sign-in?return=${encodeURIComponent(path)}`);
  }
  for (const act of ['accept', 'reject', 'undo']) {
    const path = `/en/work/imports/${batch}/${act}`;
    for (const actor of [reportWriter, ofKenya]) {
      assert.equal((await house.ask(actor, path)).status, 403);
      assert.equal((await house.ask(actor, path, formOf({ note: 'x' }))).status, 403);
    }
    assert.equal((await house.ask(visitor, path, formOf({ note: 'x' }))).status, 303);
  }
  for (const actor of [reportWriter, ofKenya]) {
    assert.equal(
      (await house.ask(actor, '/en/work/imports', uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY' }))).status,
      403,
    );
  }
  assert.equal((await house.ask(ofKenya, '/en/work/imports.csv')).status, 403);
  assert.equal((await house.ask(statistician, `/en/work/imports/${randomUUID()}`)).status, 404);
});

test('the list of batches is exported whole, and no file name becomes a formula', async () => {
  const sent = await upload(
    uploadOf({ token: randomUUID(), flow: 'TEST:CUSTODY' }, { name: '=cmd.csv', content: fixture }),
  );
  await settled(sent.location);
  const answer = await house.ask(statistician, '/en/work/imports.csv?flow=TEST%3ACUSTODY');
  const text = await answer.text();
  const { props } = await house.page(statistician, '/en/work/imports?flow=TEST%3ACUSTODY');
  assert.equal(text.trim().split('\r\n').length, Number(props['total']) + 1);
  assert.match(text, /'=cmd\.csv/);
});

test('over the API: a dry run, an import, the same key twice, and acceptance', async () => {
  const post = (path: string, init: RequestInit, actor: (typeof people)[keyof typeof people] = statistician) =>
    house.ask(actor, `/api/v1/statistics${path}`, { method: 'POST', ...init });
  const csv = { body: fixture, headers: { 'content-type': 'text/csv' } };
  const dry = await post('/batches?flow=TEST:CUSTODY&dryRun=true&filename=a.csv', csv);
  assert.equal(dry.status, 200);
  const told = (await dry.json()) as Record<string, unknown>;
  assert.deepEqual([told['rows'], told['batch']], [16, undefined]);

  const keyed = { body: fixture, headers: { 'content-type': 'text/csv', 'idempotency-key': 'import-2026-03-01' } };
  const first = await post('/batches?flow=TEST:CUSTODY&filename=a.csv', keyed);
  assert.equal(first.status, 201);
  const { batch } = (await first.json()) as { batch: string };
  const again = await post('/batches?flow=TEST:CUSTODY&filename=a.csv', keyed);
  assert.deepEqual([again.status, ((await again.json()) as { batch: string }).batch], [200, batch]);
  const other = await post('/batches?flow=TEST:CUSTODY&dryRun=true', keyed);
  assert.equal(other.status, 409);
  assert.match(other.headers.get('content-type') ?? '', /application\/problem\+json/);

  const json = (body: object, key?: string): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
  });
  const accept = await post(`/batches/${batch}/accept`, json({ note: 'looked at' }, 'accept-2026'));
  const accepted = await accept.json();
  assert.equal(accept.status, 200);
  const repeated = await post(`/batches/${batch}/accept`, json({ note: 'looked at' }, 'accept-2026'));
  assert.deepEqual(await repeated.json(), accepted);
  assert.equal((await post(`/batches/${batch}/accept`, json({}))).status, 409);
  assert.equal((await post(`/batches/${batch}/undo`, json({}))).status, 400);
  assert.equal((await post(`/batches/${batch}/undo`, json({ note: 'test' }))).status, 200);
  assert.equal((await post('/batches?flow=homicide', csv)).status, 400);
  assert.equal((await post('/batches?flow=TEST:CUSTODY&surprise=1', csv)).status, 400);
  assert.equal((await post('/batches?flow=TEST:CUSTODY', csv, visitor)).status, 401);
  assert.equal((await post('/batches?flow=TEST:CUSTODY', csv, ofKenya)).status, 403);
  assert.equal(
    (await post('/batches?flow=TEST:CUSTODY', { body: 'a,b\n1,2\n', headers: { 'content-type': 'text/csv' } })).status,
    400,
  );
  assert.equal((await house.ask(ofKenya, `/api/v1/statistics/batches/${batch}`)).status, 403);
  assert.equal((await house.ask(statistician, `/api/v1/statistics/batches/${randomUUID()}`)).status, 404);
  const list = (await (await house.ask(statistician, '/api/v1/statistics/batches?size=2')).json()) as {
    total: number;
    batches: object[];
  };
  assert.equal(list.batches.length, 2);
  assert.ok(list.total > 2);
});
