import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobsOperations } from '#kernel/jobs/index.ts';
import { combinePermissions } from '#kernel/policy/index.ts';
import { compareWithOracle, mutantsOf, type Oracle } from '#kernel/policy/testing/index.ts';
import { aSite } from './testing/a-site.ts';
import { anAdministrator } from './testing/page-list.ts';

const acts: string[] = [];
const job = '0190a0b0-0000-7000-8000-000000000001';
let office: Awaited<ReturnType<typeof aSite>>;
before(async () => {
  office = await aSite({ actor: anAdministrator, acts });
});
after(() => office.close());
const html = { headers: { accept: 'text/html' } };
const post = (body: Record<string, string>) =>
  office.app.request('/fr/background-work', { method: 'POST', body: new URLSearchParams(body) });

test('the page lists each schedule with its times and result, and what has failed with its words', async () => {
  const page = await (await office.app.request('/en/background-work', html)).text();
  assert.match(page, /each day at 02:30 UTC/);
  assert.match(page, /each hour, at minute 5/);
  assert.match(page, /<code dir="ltr">\*\/20 6-18 \* \* 1-5<\/code>/);
  assert.match(
    page,
    /1 Mar 2024, 02:30 UTC[\s\S]*mandata-2024-03-01T0230\.zip, 41 entries[\s\S]*2 Mar 2024, 02:30 UTC/,
  );
  assert.match(page, /<span lang="en" dir="ltr">No space is left on the disk &lt;2 MB&gt;\.<\/span>/);
  assert.match(page, /1,204/);
});

test('failed work is set going again or deleted by one button, and nothing else can be asked for', async () => {
  assert.equal((await post({ job, act: 'retry' })).headers.get('location'), '/fr/background-work?done=retry');
  assert.equal((await post({ job, act: 'forget' })).headers.get('location'), '/fr/background-work?done=forget');
  assert.equal((await post({ job: 'x', act: 'retry' })).headers.get('location'), '/fr/background-work');
  assert.equal((await post({ job, act: 'drop' })).headers.get('location'), '/fr/background-work');
  assert.deepEqual(acts, [`retry ${job}`, `forget ${job}`]);
});

test('administrators of the office with a second factor, and the operator, may see and mend it; nobody else', () => {
  const offices: Oracle = ({ name }, _operation, standing) => {
    if (name === 'operator') return true;
    const closed = ['thing of another case', 'own State, readable', 'other State, unreadable'];
    return (
      name.startsWith('administrator of Research branch') && name.includes('both factors') && !closed.includes(standing)
    );
  };
  const { cells, differences } = compareWithOracle(combinePermissions([jobsOperations]), offices);
  assert.deepEqual(differences, []);
  assert.ok(cells > 1000, String(cells));
  const survivors = [...mutantsOf(jobsOperations)].filter(
    ({ permissions }) => compareWithOracle(permissions, offices).differences.length === 0,
  );
  assert.deepEqual(survivors, []);
});
