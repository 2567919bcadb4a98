import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operator } from '#kernel/policy/index.ts';
import { duplicateKey } from '../checks/constructors.ts';
import { importFile } from '../import-file.ts';
import { listReleases } from '../list-releases.ts';
import { releaseFlow } from '../release-flow.ts';
import { aFlow, csvOf } from '../testing/a-flow.ts';
import { aHouse, type House } from '../testing/a-house.ts';
import { searchBatches } from './batches/search-batches.ts';
import { getFinding } from './findings/get-finding.ts';
import { searchFindings } from './findings/search-findings.ts';
import { workMigrations } from './migrations.ts';

const real = aFlow([duplicateKey()], 'TEST:REAL');
const invented = aFlow([duplicateKey()], 'TEST.DEMO:INVENTED');
const twice = csvOf([
  ['KEN', 'Held', 'Total', 'Counts', 2019, 1],
  ['KEN', 'Held', 'Total', 'Counts', 2019, 2],
  ['KEN', 'Held', 'Total', 'Counts', 2018, 2],
]);

let house: House;
before(async () => {
  house = await aHouse([real, invented], workMigrations);
  const path = await house.file('twice.csv', twice);
  for (const flow of ['TEST:REAL', 'TEST.DEMO:INVENTED']) {
    await importFile(house.context(), { path, flow, accept: true });
    await releaseFlow(house.context(), { flow });
  }
});
after(() => house[Symbol.asyncDispose]());

const look = { sort: { by: 'severity', down: false }, page: 1, size: 50 } as const;

test('findings, batches and releases of invented data are out of sight where the demonstration is, and nothing else is', async () => {
  const shown = { ...house.context(operator) };
  const hidden = { ...shown, flows: [real] };
  const flowsOf = async (context: typeof shown): Promise<readonly (readonly string[])[]> => {
    const found = await searchFindings(context, {}, look);
    assert.equal(found.total, found.findings.length);
    const batches = await searchBatches(context, {}, { page: 1, size: 50 });
    assert.equal(batches.total, batches.batches.length);
    assert.deepEqual(
      found.facets.flow.map(({ value }) => value).sort(),
      [...new Set(found.findings.map(({ flow }) => flow))].sort(),
    );
    const releases = await listReleases(context);
    return [found.findings, batches.batches, releases].map((rows) => [...new Set(rows.map(({ flow }) => flow))].sort());
  };
  const both = ['TEST.DEMO:INVENTED', 'TEST:REAL'];
  assert.deepEqual(await flowsOf(shown), [both, both, both]);
  assert.deepEqual(await flowsOf(hidden), [['TEST:REAL'], ['TEST:REAL'], ['TEST:REAL']]);

  const { findings } = await searchFindings(shown, { flow: 'TEST.DEMO:INVENTED' }, look);
  const id = findings[0]?.id ?? assert.fail('no finding');
  const rows = { rows: async () => [] };
  assert.equal((await getFinding(shown, rows, id, { filter: {}, sort: look.sort })).finding.id, id);
  await assert.rejects(getFinding(hidden, rows, id, { filter: {}, sort: look.sort }), /nothing at this address/);
});
