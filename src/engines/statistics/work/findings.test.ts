import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { csvOf } from '../testing/a-flow.ts';
import { readWorkbook } from '#kernel/spreadsheet/index.ts';
import type { FindingsProps } from './pages/findings.tsx';
import type { FindingProps } from './pages/finding.tsx';
import { aWorkHouse, formOf, importedBatch, people, type WorkHouse } from './testing/a-work-house.ts';

const { statistician, reportWriter, ofKenya, ofPeru, visitor } = people;
const api = '/api/v1/statistics';

let house: WorkHouse;
before(async () => {
  house = await aWorkHouse();
  await importedBatch(house);
});
after(() => house[Symbol.asyncDispose]());

async function list(actor: (typeof people)[keyof typeof people], query = ''): Promise<FindingsProps> {
  return (await house.page(actor, `/en/work/findings${query}`)).props as unknown as FindingsProps;
}
async function one(actor: (typeof people)[keyof typeof people], id: number, query = ''): Promise<FindingProps> {
  return (await house.page(actor, `/en/work/findings/${id}${query}`)).props as unknown as FindingProps;
}
const idOf = async (rule: string): Promise<number> => (await list(statistician, `?rule=${rule}`)).findings[0]?.id ?? 0;
const sum = (values: readonly { count: number }[]): number => values.reduce((all, { count }) => all + count, 0);

test('counts of every filter respect the other filters, and add up to what a choice then shows', async () => {
  const all = await list(statistician);
  assert.ok(all.total >= 6);
  for (const name of ['flow', 'rule', 'severity', 'standing'] as const)
    assert.equal(sum(all.facets[name]), all.total, name);
  for (const { value, count } of all.facets.rule) {
    const chosen = await list(statistician, `?rule=${value}`);
    assert.equal(chosen.total, count, value);
    // The other rules stay on offer; the rest of the counts are of this rule alone.
    assert.deepEqual(chosen.facets.rule, all.facets.rule);
    assert.equal(sum(chosen.facets.severity), count);
  }
  const peru = await list(statistician, '?area=PER&severity=error');
  assert.ok(peru.findings.every(({ area, severity }) => area === 'Peru' && severity === 'error'));
  assert.equal((await list(statistician, '?text=many')).total, 1);
  assert.equal(
    (await list(statistician, '?text=%25')).total,
    (await list(statistician)).findings.filter(({ said }) => said.id.includes('%')).length,
  );
});

test('a State sees the findings about itself, and those of another State are as if they were not there', async () => {
  const kenya = await list(ofKenya);
  assert.ok(kenya.total > 0);
  assert.ok(kenya.findings.every(({ area }) => area === 'Kenya'));
  const id = kenya.findings[0]?.id ?? 0;
  const missing = await house.ask(ofPeru, '/en/work/findings/999999');
  for (const actor of [ofPeru, visitor]) {
    const answer = await house.ask(actor, `/en/work/findings/${id}`);
    assert.equal(answer.status, 404);
    const strip = async (each: Response): Promise<string> => (await each.text()).replace(/"request":"[^"]*"/, '');
    assert.equal(await strip(answer), await strip(missing.clone()));
    const posted = await house.ask(
      actor,
      `/en/work/findings/${id}`,
      formOf({ token: randomUUID(), act: 'answer', body: 'hello' }),
    );
    assert.equal(posted.status, 404);
    assert.equal((await house.ask(actor, `${api}/findings/${id}`)).status, 404);
  }
  assert.equal((await list(visitor)).total, 0);
  const told = (await (await house.ask(ofPeru, `${api}/findings?size=1000`)).json()) as {
    findings: { state: string }[];
  };
  assert.ok(told.findings.every(({ state }) => state === 'PER'));
});

test('the page of a finding explains the rule, shows the row and flags the figure in its series', async () => {
  const jump = await one(ofKenya, await idOf('jump'));
  assert.equal(jump.title, 'Kenya: Persons held, Number');
  assert.equal(jump.rule.id, 'jump');
  assert.match(jump.rule.formula ?? '', /median/);
  assert.deepEqual(jump.cells.find(({ column }) => column === 'Value')?.text, '140000');
  assert.match(jump.chart?.wide ?? '', /<svg/);
  assert.equal(jump.chart?.table.rows.length, 9);
  const twice = await one(statistician, await idOf('duplicate-key'));
  assert.equal(twice.chart?.table.columns.length, 3, 'a figure given twice is drawn as two lines');
});

test('a State answers, the office decides, and the thread keeps both; sent twice it is kept once', async () => {
  const id = await idOf('jump');
  const path = `/en/work/findings/${id}`;
  const form = { token: randomUUID(), act: 'answer', body: 'A prison of another ministry was added.' };
  assert.equal((await house.ask(ofKenya, path, formOf(form))).status, 303);
  assert.equal((await house.ask(ofKenya, path, formOf(form))).status, 303);
  assert.equal((await one(ofKenya, id)).standing, 'answered');
  assert.equal(
    (await house.ask(ofKenya, path, formOf({ ...form, token: randomUUID(), act: 'accepted-as-is' }))).status,
    403,
  );
  assert.equal(
    (await house.ask(statistician, path, formOf({ token: randomUUID(), act: 'accepted-as-is', body: '  ' }))).status,
    400,
  );
  house.time.now = new Date(house.time.now.getTime() + 1000);
  const decided = { token: randomUUID(), act: 'accepted-as-is', body: 'Coverage changed, confirmed by letter.' };
  assert.equal((await house.ask(statistician, path, formOf(decided))).status, 303);
  const { standing, thread } = await one(ofKenya, id);
  assert.equal(standing, 'accepted-as-is');
  assert.deepEqual(
    thread?.map(({ body, mark }) => [body, mark]),
    [
      ['A prison of another ministry was added.', undefined],
      ['Coverage changed, confirmed by letter.', 'accepted-as-is'],
    ],
  );
  assert.equal((await list(statistician, '?standing=accepted-as-is')).total, 1);
  assert.equal((await house.ask(reportWriter, path, formOf({ ...decided, token: randomUUID() }))).status, 403);
  house.time.now = new Date(house.time.now.getTime() + 1000);
  assert.equal(
    (await house.ask(statistician, path, formOf({ token: randomUUID(), act: 'reopened', body: 'Not so.' }))).status,
    303,
  );
  assert.equal((await one(statistician, id)).standing, 'answered');
});

test('next and previous walk through the filtered list from end to end', async () => {
  const { findings, total } = await list(statistician, '?sort=-row');
  let at: number | null = findings[0]?.id ?? null;
  const walked: number[] = [];
  while (at !== null) {
    walked.push(at);
    const { neighbours }: FindingProps = await one(statistician, at, '?sort=-row');
    assert.equal(neighbours?.place, walked.length);
    at = neighbours?.after ?? null;
  }
  assert.deepEqual(
    walked,
    findings.map(({ id }) => id),
  );
  assert.equal(walked.length, total);
});

test('the same selection leaves as CSV and as a workbook, and no text becomes a formula', async () => {
  const body = csvOf([['KEN', 'Held', 'Total', 'Counts', 2010, '=HYPERLINK("http://x")']]);
  const sent = await house.ask(statistician, `${api}/batches?flow=TEST:CUSTODY&filename=x.csv`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv' },
  });
  assert.equal(sent.status, 201);
  const shown = await list(statistician, '?severity=error');
  const csv = await (await house.ask(statistician, '/en/work/findings.csv?severity=error')).text();
  assert.equal(csv.trim().split('\r\n').length, shown.total + 1);
  assert.doesNotMatch(csv, /(?:^|,|\r\n)"?[=+@]/);
  const xlsx = await house.ask(ofKenya, '/en/work/findings.xlsx');
  const workbook = await readWorkbook(new Uint8Array(await xlsx.arrayBuffer()));
  const rows: string[] = [];
  for (const sheet of workbook.sheets)
    for await (const row of sheet.rows()) rows.push(row.cells.map(({ text }) => text).join('|'));
  await workbook.close();
  assert.equal(rows.length, (await list(ofKenya)).total + 1);
  assert.ok(rows.slice(1).every((row) => row.includes('KEN')));
});

test('findings of a batch that was turned down are left out unless they are asked for', async () => {
  const before = (await list(statistician)).total;
  const batch = await importedBatch(house);
  const during = (await list(statistician)).total;
  assert.ok(during > before);
  await house.ask(statistician, `/en/work/imports/${batch}/reject`, formOf({ note: 'sent twice' }));
  assert.equal((await list(statistician)).total, before);
  assert.equal((await list(statistician, '?all=1')).total, during);
  assert.equal((await list(statistician, `?batch=${batch}`)).total, during - before);
});

test('over the API: lists with counts, answers once for a key, and refuses what does not fit', async () => {
  const told = (await (await house.ask(statistician, `${api}/findings?rule=parts-of-sex&size=5`)).json()) as {
    total: number;
    findings: { id: number; standing: string }[];
    counts: Record<string, { value: string; count: number }[]>;
  };
  assert.equal(told.counts['rule']?.find(({ value }) => value === 'parts-of-sex')?.count, told.total);
  const id = told.findings[0]?.id ?? 0;
  const answer = (actor: (typeof people)[keyof typeof people], body: object, key?: string) =>
    house.ask(actor, `${api}/findings/${id}/answers`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    });
  const first = await answer(ofKenya, { body: 'Rounded.' }, 'answer-0001');
  assert.equal(first.status, 201);
  assert.deepEqual(await (await answer(ofKenya, { body: 'Rounded.' }, 'answer-0001')).json(), await first.json());
  assert.equal((await answer(ofKenya, { body: 'Something else.' }, 'answer-0001')).status, 409);
  assert.equal((await one(ofKenya, id)).thread?.length, 1);
  assert.equal((await answer(ofPeru, { body: 'x' })).status, 404);
  assert.equal((await answer(visitor, { body: 'x' })).status, 404);
  assert.equal((await answer(ofKenya, { body: 'x', mark: 'accepted-as-is' })).status, 403);
  assert.equal((await answer(statistician, { body: 'Fine.', mark: 'accepted-as-is' })).status, 201);
  assert.equal((await house.ask(statistician, `${api}/findings?surprise=1`)).status, 400);
  assert.equal((await house.ask(statistician, `${api}/findings?severity=grave`)).status, 400);
  const csv = await house.ask(statistician, `${api}/findings?format=csv`);
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/);
});
