import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { anonymous } from '#kernel/policy/index.ts';
import type { Imported, ImportedFinding, OpenReleasedStore, ReleasedFlow } from '#engines/statistics/index.ts';
import { importFile, openReleasedStore, releaseFlow } from '#engines/statistics/index.ts';
import { aHouse, type House } from '#engines/statistics/testing/a-house.ts';
import { prisons } from './index.ts';

const workbook = fileURLToPath(
  new URL('../../../../shared/data/statistics/data_cts_prisons_and_prisoners.xlsx', import.meta.url),
);
const there = existsSync(workbook);
const options = { skip: there ? false : 'the published workbook is not at ../shared' };

let house: House;
let imported: Imported;
let took = 0;
let store: OpenReleasedStore;
let released: ReleasedFlow;

before(async () => {
  if (!there) return;
  house = await aHouse([prisons]);
  const start = performance.now();
  imported = await importFile(house.context(), { path: workbook, flow: 'MANDATA:PRISONS', accept: true });
  took = performance.now() - start;
  await releaseFlow(house.context(), { flow: 'MANDATA:PRISONS', note: 'As published on 11 May 2023' });
  store = await openReleasedStore(house.context());
  released = (await store.current(prisons.flow, anonymous)) ?? assert.fail('nothing is released');
});
after(async () => {
  await store?.close();
  await house?.[Symbol.asyncDispose]();
});

const findingsOf = (rule: string): readonly ImportedFinding[] =>
  imported.findings.filter((finding) => finding.rule === rule);
const rows = (sql: string) => store.rows(sql.replaceAll('RELEASE', released.relation));

test('the whole published workbook comes in within 20 seconds, and no row is lost', options, () => {
  assert.equal(imported.rows, 65_797);
  assert.equal(imported.observations + imported.suppressed + imported.rejected, 65_797);
  assert.ok(took < 20_000, `it took ${Math.round(took)} ms`);
  const withError = new Set(imported.findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  assert.equal(withError.size, imported.rejected);
});

test('the row of Morocco dated 1013 is named', options, () => {
  const [finding, ...more] = findingsOf('year-plausible');
  assert.equal(more.length, 0);
  assert.equal(finding?.row, 36_495);
  assert.equal(finding.severity, 'error');
  assert.match(finding.message, /1013.*Morocco \(MAR\).*Official prison capacity/);
});

test('twelve keys are given twice with different values; both rows of each are named and rejected', options, () => {
  const keys = Map.groupBy(findingsOf('duplicate-key'), ({ key }) => JSON.stringify(key));
  assert.equal(keys.size, 12);
  for (const findings of keys.values())
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['error', 'error'],
    );
  const places = new Set(findingsOf('duplicate-key').map(({ key }) => `${key['REF_AREA']} ${key['TIME_PERIOD']}`));
  assert.deepEqual([...places].sort(), ['MNG 2019', 'PAN 2017', 'PAN 2018']);
  const men = findingsOf('duplicate-key').find(({ row }) => row === 39_646);
  assert.match(men?.message ?? '', /Row 39646 gives 70, .* 4914 in row 39647 \(Mongolia/);
});

test('male and female that do not make the total are named with all three rows', options, () => {
  const belarus = findingsOf('male-and-female').find(({ row }) => row === 5334);
  assert.match(
    belarus?.message ?? '',
    /Male 35789 \(row 38738\) \+ Female 2540 \(row 40292\) makes 38329, not the total 48434/,
  );
  assert.equal(findingsOf('male-and-female').length, 793);
});

test('more unsentenced than held: the part is rejected and both rows are named', options, () => {
  const findings = findingsOf('unsentenced-above-held');
  assert.equal(findings.length, 18);
  assert.match(findings.find(({ row }) => row === 25_525)?.message ?? '', /4270 .*Palestine.* 1032 in row 39842/);
});

test('jumps are named with both years', options, () => {
  const finding = findingsOf('jump').find(({ row }) => row === 79);
  assert.match(finding?.message ?? '', /from 406 in 2018 \(row 50\) to 1394 \(Chile/);
});

test('rates follow from their counts, but for those of the figures that are given twice', options, () => {
  const findings = findingsOf('rate-follows-count');
  assert.deepEqual(
    findings.map(({ row }) => row),
    [63_644, 63_743, 63_745, 65_265, 65_366, 65_368],
  );
  assert.match(findings[0]?.message ?? '', /the rate 4.358399 does not follow from the count 4914 in row 39647/);
});

test('writings that differ in case or a hyphen share a code, and are said', options, () => {
  const messages = findingsOf('code-spelling').map(({ message }) => message);
  assert.equal(messages.length, 3);
  for (const written of ['Drug Possession', 'Drug Trafficking', 'environ-ment']) {
    assert.ok(
      messages.some((message) => message.includes(written)),
      written,
    );
  }
});

test('parts of States and the world are what they are', options, async () => {
  const areas = await rows('SELECT DISTINCT REF_AREA AS a FROM RELEASE WHERE length(REF_AREA) > 3 ORDER BY 1');
  assert.deepEqual(
    areas.map(({ a }) => a),
    ['GBR_E_W', 'GBR_NI', 'GBR_S', 'IRQ_C', 'IRQ_KRI', 'WORLD'],
  );
  const list = prisons.flow.structure.dimensions.find(({ id }) => id === 'REF_AREA')?.codelist.codes;
  assert.equal(list?.find(({ id }) => id === 'GBR_NI')?.parent, 'GBR');
});

test(
  'what is released is what has no error, sorted by key and period, and leads back to its row',
  options,
  async () => {
    assert.equal(released.observations, imported.observations);
    const [kenya] = await rows(
      "SELECT OBS_VALUE AS v, _row AS r FROM RELEASE WHERE REF_AREA = 'MAR' AND INDICATOR = 'CAPACITY' AND TIME_PERIOD = '2005' AND AGE = 'ADULT'",
    );
    assert.deepEqual(kenya, { v: 25_696, r: 34_199 });
    const [unsorted] = await rows(
      'SELECT count(*)::INTEGER AS n FROM (SELECT REF_AREA < lag(REF_AREA) OVER (ORDER BY place) AS back FROM (SELECT REF_AREA, row_number() OVER () AS place FROM RELEASE)) WHERE back',
    );
    assert.deepEqual(unsorted, { n: 0 });
  },
);
