import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rm } from 'node:fs/promises';
import { languages } from '#kernel/i18n/index.ts';
import type { StatisticsPageDependencies } from '../explore/dependencies.ts';
import { buildStatisticsPages } from '../explore/testing/build-pages.ts';
import { custody } from '../explore/testing/demonstration-flow.ts';
import { fixtureDependencies } from '../explore/testing/fixture-dependencies.ts';
import { custodyStore, storeWith, type FixtureStore } from '../explore/testing/fixture-store.ts';
import { statisticsSite } from '../explore/testing/statistics-site.ts';

let dist: string;
let store: FixtureStore;
const flow = '/data/MANDATA.DEMO:CUSTODY';
const figure = `${flow}/releases/2/observation?KEY=A.KEN.HELD._T.PS&TIME_PERIOD=2019`;

before(async () => {
  dist = await buildStatisticsPages();
  store = await custodyStore();
});
after(async () => {
  store.close();
  await rm(dist, { recursive: true, force: true });
});

async function get(path: string, over: FixtureStore = store, change: Partial<StatisticsPageDependencies> = {}) {
  const app = await statisticsSite({ ...fixtureDependencies(over), ...change }, dist);
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test('every page is drawn in every language', async () => {
  const paths = [
    '/data',
    flow,
    ...['map', 'line', 'bar', 'multiples', 'table'].map((view) => `${flow}/explore?view=${view}`),
    `${flow}/releases/2`,
    figure,
  ];
  for (const language of languages) {
    for (const path of paths) {
      const { status, text } = await get(`/${language}${path}`);
      assert.equal(status, 200, path);
      assert.ok(text.includes(`lang="${language}"`), path);
      assert.equal((text.match(/<h1/g) ?? []).length, 1, path);
    }
  }
});

test('without any flow the catalogue says what to do', async () => {
  const empty = { ...fixtureDependencies(store), store: { ...store, flows: () => Promise.resolve([]) } };
  const { status, text } = await get('/en/data', store, empty);
  assert.equal(status, 200);
  assert.match(text, /Nothing is released yet/);
  assert.match(text, /href="\/en\/work\/imports"/);
});

test('a release without figures has all its pages', async () => {
  const none = await storeWith(custody, []);
  for (const path of [
    '/data',
    flow,
    `${flow}/explore`,
    ...['map', 'line', 'bar', 'multiples', 'table'].map((view) => `${flow}/explore?view=${view}`),
    `${flow}/releases/1`,
  ]) {
    assert.equal((await get(`/en${path}`, none)).status, 200, path);
  }
  assert.match((await get(`/en${flow}/explore`, none)).text, /No figures for this choice/);
  for (const ending of ['csv', 'json', 'xlsx'])
    assert.equal((await get(`/en${flow}/explore/figures.${ending}`, none)).status, 200);
  none.close();
});

test('what is not there is answered by 404 and the nearest, never by a failure', async () => {
  const near = await get('/en/data/MANDATA.DEMO:CUSTDY');
  assert.equal(near.status, 404);
  assert.match(near.text, /MANDATA\.DEMO:CUSTODY/);
  const odd = [
    '/data/x',
    '/data/%00',
    '/data/MANDATA.DEMO:CUSTODY/releases/9',
    `${flow}/releases/0`,
    `${flow}/releases/x`,
    `${flow}/releases/99999999999`,
    `${flow}/explore?release=7`,
    `${flow}/releases/2/observation`,
    `${flow}/releases/2/observation?KEY=A.KEN`,
    `${flow}/releases/2/observation?REF_AREA=KEN`,
    `${flow}/releases/2/observation?KEY=A.KEN.HELD._T.PS&TIME_PERIOD=1066`,
    `${flow}/explore/figures.svg?view=table`,
    `${flow}/explore/figures.exe`,
  ];
  for (const path of odd) assert.equal((await get(`/en${path}`)).status, 404, path);
  const bad = [
    'REF_AREA=%27;--',
    'view=pie',
    'rows=X&columns=X',
    'sort=-=;',
    'page=-1&across=9999',
    'from=x&to=2019-99',
    'INDICATOR=*&SEX=*&view=line',
    '__proto__=1',
    'REF_AREA=' + 'A,'.repeat(3000),
  ];
  for (const query of bad) assert.ok([200, 302].includes((await get(`/en${flow}/explore?${query}`)).status), query);
});

test('what a person entered stays text in every page', async () => {
  const evil = '</script><script>alert(1)</script>';
  const named = { ...custody, name: evil, description: evil };
  const own = await storeWith(named, [{ key: ['A', 'KEN', 'HELD', '_T', 'PS'], period: '2020', value: 1 }]);
  const said = { ...fixtureDependencies(own), termsOf: () => Promise.resolve({ publisher: evil }) };
  for (const path of [
    '/data',
    flow,
    `${flow}/explore?view=table`,
    `${flow}/explore?view=line`,
    `${flow}/releases/1`,
    `${flow}/explore?INDICATR=${encodeURIComponent(evil)}`,
  ]) {
    const { text } = await get(`/en${path}`, own, said);
    assert.ok(!text.includes('<script>alert'), path);
  }
  own.close();
});

test('a form’s address is made short; an embed may be framed and is bare', async () => {
  const sent = await get(`/en${flow}/explore?view=line&REF_AREA=KEN&REF_AREA=UGA&from=`);
  assert.equal(sent.status, 302);
  assert.equal(sent.headers.get('location'), `/en${flow}/explore?view=line&REF_AREA=KEN,UGA`);
  const embed = await get(`/en${flow}/explore?view=line&embed=1`);
  assert.match(embed.headers.get('content-security-policy') ?? '', /frame-ancestors \*/);
  assert.ok(!embed.text.includes('<form'));
  assert.match(embed.text, /Explore these figures at their source/);
});

test('a figure is found by single dimensions too, and leads to its file, row and cells', async () => {
  const { text, status } = await get(
    `/en${flow}/releases/2/observation?INDICATOR=HELD&SEX=_T&REF_AREA=KEN&TIME_PERIOD=2019`,
  );
  assert.equal(status, 200);
  for (const words of [
    'custody-2023.xlsx',
    'SHA-256',
    'Prison service, yearly return',
    'History of this figure',
    'Report an error',
  ])
    assert.ok(text.includes(words), words);
});

test('a withdrawn release says why and still stands at its address', async () => {
  const whole = fixtureDependencies(store);
  const withdrawn = { at: new Date(Date.UTC(2025, 8, 1)), reason: 'The figures of one State were those of another.' };
  const { text, status } = await get(`/en${flow}/releases/1`, store, {
    ...whole,
    listReleases: async (actor, id) =>
      (await whole.listReleases(actor, id)).map((one) => (one.release === 1 ? { ...one, withdrawn } : one)),
  });
  assert.equal(status, 200);
  assert.match(text, /Withdrawn on 1 September 2025/);
  assert.match(text, /those of another/);
});

test('citations are given for reference managers', async () => {
  const bib = await get(`/en${flow}/releases/2/citation.bib`);
  assert.match(bib.text, /^@misc\{MANDATA-DEMO-CUSTODY-2,/);
  assert.match((await get(`/en${flow}/releases/2/citation.ris`)).text, /^TY {2}- DATA\r\n/);
  assert.match((await get(`/en${flow}/releases/2/changes.csv`)).text, /^\uFEFF?CHANGE,FREQ,REF_AREA/);
});
