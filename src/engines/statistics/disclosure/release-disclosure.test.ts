import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Hono } from 'hono';
import { anonymous, operator, type Actor } from '#kernel/policy/index.ts';
import { openZip } from '#kernel/zip/index.ts';
import { underLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { pageDependencies } from '../explore/page-dependencies.ts';
import { importFile } from '../import-file.ts';
import { above, defineIndicator } from '../indicators/define-indicator.ts';
import { figure } from '../indicators/formula.ts';
import { openIndicators } from '../indicators/open-indicators.ts';
import { indicatorPageRoutes } from '../indicators/page-routes.ts';
import { defineFlow } from '../definition.ts';
import { statisticsPageRoutes } from '../page-routes.ts';
import { buildRegistry } from '../registry/build-registry.ts';
import { listReleases } from '../list-releases.ts';
import { releaseFlow } from '../release-flow.ts';
import { sdmxRoutes } from '../sdmx/routes.ts';
import { aFlow, csvOf, type Figure } from '../testing/a-flow.ts';
import { previewRelease } from '../work/releases/preview-release.ts';
import { aWorkHouse, people, uiForTest, type WorkHouse } from '../work/testing/a-work-house.ts';
import type { DisclosureRule } from './disclosure-rule.ts';
import { findDetermined } from './find-determined.ts';
import { groupTable, type Version } from './group-table.ts';
import { suppress } from './suppress.ts';

const rule: DisclosureRule = {
  threshold: 5,
  of: { UNIT_MEASURE: 'NUMBER' },
  sums: [{ dimension: 'SEX', total: '_T', parts: ['M', 'F'] }],
  with: [{ UNIT_MEASURE: 'PER_100000_POP' }],
};
const definitions = Array.from({ length: 8 }, (_, at) => ({ ...aFlow([], `TEST:HIDES${at}`), disclosure: rule }));
const spare = definitions.values();
let house: WorkHouse;
before(async () => {
  house = await aWorkHouse({ flows: definitions });
});
after(() => house[Symbol.asyncDispose]());

const held = (sex: string, year: number, value: string | number, unit = 'Counts'): Figure => [
  'KEN',
  'Held',
  sex,
  unit,
  year,
  value,
];

function aNewFlow() {
  const definition = spare.next().value ?? assert.fail('all flows are used');
  const { agency, id } = definition.flow;
  const name = `${agency}:${id}`;
  const folder = join(house.deps.dataFolder, 'statistics', 'releases', agency, id);
  const { store } = house.deps;
  const relation = async (actor: Actor, release?: number): Promise<string> => {
    const all = await store.all({ agency, id }, actor);
    const one = release === undefined ? all.at(-1) : all.find((each) => each.release === release);
    return one?.relation ?? assert.fail('no release');
  };
  return {
    name,
    folder,
    relation,
    async accept(figures: readonly Figure[]) {
      const path = join(house.deps.dataFolder, 'figures.csv');
      await writeFile(path, csvOf(figures));
      await importFile(house.deps.context(people.statistician), { path, flow: name, accept: true });
    },
    async release(figures: readonly Figure[], { disclosure = true } = {}) {
      await this.accept(figures);
      const context = house.deps.context(operator);
      const { disclosure: _rule, ...open } = definition;
      const released = await releaseFlow(disclosure ? context : { ...context, flows: [open] }, { flow: name });
      await house.deps.afterChange();
      return released;
    },
    async seen(actor: Actor, release?: number) {
      const rows = await store.rows(
        `SELECT SEX, UNIT_MEASURE, TIME_PERIOD, OBS_VALUE, OBS_STATUS, CONF_STATUS FROM ${await relation(actor, release)} ORDER BY ALL`,
      );
      return rows.map((row) => Object.values(row).map(String).join(' '));
    },
  };
}

test('a small count, what would give it away and its rate are gaps for the public; the office sees them whole', async () => {
  const flow = aNewFlow();
  const figures = [
    held('Total', 2019, 100),
    held('Female', 2019, 3),
    held('Male', 2019, 97),
    held('Female', 2019, 0.031, 'Rate'),
    held('Total', 2020, 90),
    held('Female', 2020, 40),
    held('Male', 2020, 50),
  ];
  const released = await flow.release(figures);
  assert.deepEqual(released.hidden, { threshold: 5, primary: 2, secondary: 1, exposed: 0 });
  const open = ['F NUMBER 2020 40 A F', 'M NUMBER 2020 50 A F', '_T NUMBER 2019 100 A F', '_T NUMBER 2020 90 A F'];
  const gaps = ['F NUMBER 2019 null Q C', 'F PER_100000_POP 2019 null Q C', 'M NUMBER 2019 null Q S'];
  const whole = ['F NUMBER 2019 3 A C', 'F PER_100000_POP 2019 0.031 A C', 'M NUMBER 2019 97 A S'];
  assert.deepEqual(await flow.seen(anonymous), [...open, ...gaps].sort());
  assert.deepEqual(await flow.seen(people.ofKenya), [...open, ...gaps].sort());
  assert.deepEqual(await flow.seen(people.statistician), [...open, ...whole].sort());
  // The same again changes nothing: neither the figures nor what stands for them are new.
  const preview = await previewRelease(house.deps.context(people.statistician), flow.name);
  assert.deepEqual([preview?.new, preview?.revised, preview?.gone, preview?.same], [0, 0, 0, 7]);
  assert.deepEqual(preview?.hidden, released.hidden);
  assert.deepEqual((await flow.release(figures)).changes, { new: 0, revised: 0, gone: 0 });
});

test('a count that the State suppressed cannot be had by subtraction either', async () => {
  const flow = aNewFlow();
  await flow.release([held('Total', 2019, 100), held('Female', 2019, '<5'), held('Male', 2019, 97)]);
  assert.deepEqual(await flow.seen(anonymous), [
    'F NUMBER 2019 null Q F',
    'M NUMBER 2019 null Q S',
    '_T NUMBER 2019 100 A F',
  ]);
});

test('subtracting one release from the next gives nothing away', async () => {
  const flow = aNewFlow();
  await flow.release([held('Total', 2019, 100), held('Female', 2019, 40), held('Male', 2019, 60)]);
  // The men were published and stay as they are: hiding them would be of no use, so the new total is hidden.
  const second = await flow.release([held('Total', 2019, 63), held('Female', 2019, 3)]);
  assert.deepEqual(second.hidden, { threshold: 5, primary: 1, secondary: 1, exposed: 0 });
  assert.deepEqual(await flow.seen(anonymous), [
    'F NUMBER 2019 null Q C',
    'M NUMBER 2019 60 A F',
    '_T NUMBER 2019 null Q S',
  ]);
  // Both were revised, and the public list of changes says neither to what.
  const changes = await house.deps.store.rows(
    `SELECT * FROM read_parquet('${join(flow.folder, '2', 'changes.parquet')}') WHERE open`,
  );
  assert.deepEqual(changes, []);
});

test('a small count that was published once is hidden all the same, and the office alone is told that it is known', async () => {
  const flow = aNewFlow();
  const figures = [held('Total', 2019, 100), held('Female', 2019, 3), held('Male', 2019, 97)];
  await flow.release(figures, { disclosure: false });
  const second = await flow.release(figures);
  assert.deepEqual(second.hidden, { threshold: 5, primary: 1, secondary: 0, exposed: 1 });
  assert.ok((await flow.seen(anonymous)).includes('F NUMBER 2019 null Q C'));
  const told = async (actor: Actor) =>
    (await listReleases(house.deps.context(actor), { flow: flow.name })).at(-1)?.hidden?.exposed;
  assert.deepEqual([await told(people.statistician), await told(anonymous)], [1, 0]);
});

test('a definition that would let findings tell what is hidden stops the start', () => {
  const { flow } = aFlow();
  assert.throws(
    () =>
      defineFlow({
        id: 'TEST:WRONG',
        name: 'Wrong',
        dimensions: flow.structure.dimensions,
        checks: [],
        findingsAudience: 'public',
        disclosure: rule,
      }),
    /findings name the figures/,
  );
  assert.throws(
    () =>
      defineFlow({
        id: 'TEST:WRONG',
        name: 'Wrong',
        dimensions: flow.structure.dimensions,
        checks: [],
        disclosure: { ...rule, sums: [{ dimension: 'SEX', total: '_T', parts: ['NONE'] }] },
      }),
    /names NONE, which SEX does not have/,
  );
});

/** Everything that stands in a workbook, as text. */
async function wholeText(workbook: Uint8Array): Promise<string> {
  await using zip = await openZip(workbook);
  const parts = await Promise.all(
    zip.entries.map(async (entry) => Buffer.concat(await Array.fromAsync(zip.read(entry))).toString()),
  );
  return parts.join('\n');
}

/** The public's way in: pages, downloads, SDMX in every format, the API; each as text. */
async function everythingPublic(name: string, releases: number): Promise<Map<string, string>> {
  const { deps } = house;
  const [agency = '', id = ''] = name.split(':');
  const definition = definitions.find(({ flow }) => flow.id === id) ?? assert.fail(name);
  const share = defineIndicator({
    id: 'women',
    title: 'Women held',
    description: 'Share.',
    unit: '%',
    decimals: 6,
    value: figure(name, { FREQ: 'A', TOPIC: 'HELD', SEX: 'F', UNIT_MEASURE: 'NUMBER' }, 'women').per(
      figure(name, { FREQ: 'A', TOPIC: 'HELD', SEX: '_T', UNIT_MEASURE: 'NUMBER' }, 'held'),
    ),
    refuse: [above(100, 'more women than persons')],
    metadata: {},
  });
  const indicators = openIndicators([share], deps.store, { groups: [], parts: new Map(), isCountry: () => true });
  const pages = pageDependencies({
    context: (actor) => deps.context(actor),
    store: deps.store,
    clock: deps.clock,
    accountName: async () => undefined,
    themes: new Map(),
  });
  const site = new Hono<UiEnv>()
    .use(async (c, next) => {
      c.set('ui', uiForTest);
      c.set('actor', anonymous);
      await next();
    })
    .route(`/${underLanguage}`, statisticsPageRoutes(pages))
    .route(`/${underLanguage}`, indicatorPageRoutes(indicators))
    .route(
      '/',
      sdmxRoutes({
        registry: buildRegistry({ flows: [definition.flow] }),
        store: deps.store,
        clock: deps.clock,
        origin: 'http://mandata.test',
      }) as unknown as Hono<UiEnv>,
    );
  const keys = ['F', 'M', '_T'].map((sex) => `A.KEN.HELD.${sex}.NUMBER`);
  const query = (key: string): string => {
    const [freq = '', area = '', topic = '', sex = '', unit = ''] = key.split('.');
    return String(
      new URLSearchParams({
        FREQ: freq,
        REF_AREA: area,
        TOPIC: topic,
        SEX: sex,
        UNIT_MEASURE: unit,
        TIME_PERIOD: '2019',
      }),
    );
  };
  const all = Array.from({ length: releases }, (_, at) => at + 1);
  const sdmxTypes = [
    'data+csv;version=1.0.0',
    'data+csv;version=2.0.0',
    'data+json;version=1.0.0',
    'data+json;version=2.0.0',
    'genericdata+xml;version=2.1',
    'structurespecificdata+xml;version=2.1',
    'data+xml;version=3.0.0',
  ].map((type) => `application/vnd.sdmx.${type}`);
  const asked: [string, string?][] = [
    ['/en/data'],
    [`/en/data/${name}`],
    ['/en/indicators'],
    ['/en/indicators/women'],
    ['/en/indicators/women/KEN'],
    ...['table', 'line', 'bar', 'map', 'multiples'].map((view): [string] => [
      `/en/data/${name}/explore?view=${view}&SEX=*&UNIT_MEASURE=*`,
    ]),
    ...all.flatMap((release): [string][] => [
      [`/en/data/${name}/releases/${release}`],
      [`/en/data/${name}/releases/${release}/changes.csv`],
      [`/en/data/${name}/releases/${release}/citation.bib`],
      ...['csv', 'json', 'xlsx', 'svg'].map((ending): [string] => [
        `/en/data/${name}/explore/figures.${ending}?release=${release}&SEX=*&UNIT_MEASURE=*${ending === 'svg' ? '&view=line' : ''}`,
      ]),
      ...keys.map((key): [string] => [`/en/data/${name}/releases/${release}/observation?${query(key)}`]),
    ]),
    ...sdmxTypes.flatMap((type): [string, string][] => [
      [`/sdmx/rest/data/${agency},${id},1.0/all?includeHistory=true`, type],
      [`/sdmx/v2/data/dataflow/${agency}/${id}/1.0.0/*?includeHistory=true`, type],
      [`/sdmx/v2/data/dataflow/${agency}/${id}/1.0.0/*?updatedAfter=2020-01-01`, type],
    ]),
    [`/sdmx/rest/availableconstraint/${agency},${id},1.0/all`],
    ['/sdmx/rest/structure/all/all/all?references=all'],
  ];
  const heard = new Map<string, string>();
  for (const [path, accept] of asked) {
    const answer = await site.request(`http://mandata.test${path}`, {
      headers: accept === undefined ? {} : { accept },
    });
    heard.set(
      `${answer.status} ${path} ${accept ?? ''}`,
      path.includes('.xlsx') ? await wholeText(await answer.bytes()) : await answer.text(),
    );
  }
  for (const path of [
    `/api/v1/statistics/releases?flow=${name}`,
    ...all.map((release) => `/api/v1/statistics/releases/${name}/${release}/changes`),
    ...keys.map((key) => `/api/v1/statistics/origin?flow=${name}&key=${key}&period=2019`),
    `/api/v1/statistics/findings?flow=${name}`,
    `/api/v1/statistics/batches?flow=${name}`,
  ]) {
    const answer = await house.ask(anonymous, path);
    heard.set(`${answer.status} ${path}`, await answer.text());
  }
  return heard;
}

test('nowhere in what the public can ask does a hidden value stand, and the checksum tells nothing of it', async () => {
  const flow = aNewFlow();
  // Odd numbers that cannot stand anywhere by chance. The hidden ones: 3 women by their rate, and 90717 men.
  const rates = [held('Female', 2019, 0.0307171, 'Rate')];
  await flow.release([held('Total', 2019, 90_720), held('Female', 2019, 3), held('Male', 2019, 90_717), ...rates]);
  await flow.release([held('Total', 2019, 80_414), held('Female', 2019, 2), held('Male', 2019, 80_412)]);
  const heard = await everythingPublic(flow.name, 2);
  const answered = [...heard].filter(([asked]) => asked.startsWith('200'));
  assert.ok(answered.length > 40, `only ${answered.length} of ${heard.size} answered: ${[...heard.keys()].join('\n')}`);
  assert.ok(
    answered.some(([, text]) => text.includes('80414') || text.includes('80,414')),
    'the total is shown',
  );
  const tidy = answered.filter(([asked]) => asked.includes('figures.csv')).map(([, text]) => text);
  assert.equal(tidy.length, 2);
  for (const text of tidy) assert.match(text, /,F,Female,NUMBER,[^\n]*,2019,,Q,C,/, 'the gap itself is in the export');
  for (const secret of ['90717', '90,717', '80412', '80,412', '0.0307171', '0.03071'])
    for (const [asked, text] of heard) assert.ok(!text.includes(secret), `${secret} stands in ${asked}`);
  assert.ok((await flow.seen(people.statistician, 1)).includes('M NUMBER 2019 90717 A S'), 'the office has the number');
  // The women's count itself is one digit: look where it would stand.
  for (const [asked, text] of heard) {
    assert.doesNotMatch(text, /HELD,(?:[^,\n]*,)?F,(?:[^,\n]*,)?NUMBER,(?:[^,\n]*,)?2019,[23]\b/, asked);
    assert.doesNotMatch(text, /"Value","text":"[23]"/, asked);
  }
  const file = await readFile(join(flow.folder, '1', 'public.parquet'));
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(90_717);
  assert.equal(file.includes(bytes), false, 'the public file holds the number');
  assert.deepEqual((await readdir(join(flow.folder, '1'))).sort(), [
    'public.parquet',
    'release.json',
    'restricted.parquet',
  ]);

  // Another hidden value, nothing else changed: the public file and its checksum are the same to the last byte.
  const [one, other] = [aNewFlow(), aNewFlow()];
  const checksums: string[] = [];
  for (const [each, women] of [[one, 3] as const, [other, 4] as const]) {
    await each.release([held('Total', 2019, 100), held('Female', 2019, women), held('Male', 2019, 100 - women)]);
    const rows = await house.deps.store.rows(
      `SELECT md5(string_agg(t::VARCHAR, '|' ORDER BY t::VARCHAR)) AS m FROM (SELECT * EXCLUDE (_batch) FROM read_parquet('${join(each.folder, '1', 'public.parquet')}')) t`,
    );
    checksums.push(String(rows[0]?.['m']));
  }
  assert.equal(checksums[0], checksums[1]);
});

test('law: with the sums of two releases, no attacker computes a small count that both hide', () => {
  const version = fc.oneof(
    fc.constant(undefined),
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })),
  );
  const wide: DisclosureRule = {
    ...rule,
    sums: [...rule.sums, { dimension: 'AGE', total: '_T', parts: ['ADULT', 'JUVENILE'] }],
  };
  const cell = fc.record({
    sex: fc.constantFrom('M', 'F'),
    age: fc.constantFrom('ADULT', 'JUVENILE'),
    revised: version,
  });
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 4, maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
      (revisions, counts) => {
        const combos = ['M', 'F'].flatMap((sex) => ['ADULT', 'JUVENILE'].map((age) => [sex, age] as const));
        const first = new Map(combos.map(([sex, age], at) => [`${sex}.${age}`, counts[at] ?? 0]));
        const second = new Map(first);
        for (const { sex, age, revised } of revisions)
          if (revised !== undefined) second.set(`${sex}.${age}`, revised[0]);
        const withTotals = (counted: ReadonlyMap<string, number>): Map<string, number> => {
          const all = new Map<string, number>();
          for (const [name, value] of counted) {
            const [sex = '', age = ''] = name.split('.');
            for (const key of [`${sex}.${age}`, `_T.${age}`, `${sex}._T`, '_T._T'])
              all.set(key, (all.get(key) ?? 0) + value);
          }
          return all;
        };
        const dimensions = ['SEX', 'AGE'];
        const rows = (now: ReadonlyMap<string, number>, before?: ReadonlyMap<string, Version>) =>
          [...now].map(([name, value]) => {
            const was = before?.get(name);
            return { codes: name.split('.'), now: { value, shown: true }, ...(was !== undefined && { before: was }) };
          });
        const one = groupTable(wide, dimensions, rows(withTotals(first)));
        const hiddenFirst = suppress(one, wide.threshold);
        const published = new Map(
          [...withTotals(first)].map(([name, value]): [string, Version] => [
            name,
            { value, shown: !hiddenFirst.has(name) },
          ]),
        );
        const two = groupTable(wide, dimensions, rows(withTotals(second), published));
        const hidden = suppress(two, wide.threshold);
        const secret = new Set(
          two.cells
            .filter(({ id, fixed }) => fixed === 'closed' || (hidden.has(id) && fixed !== 'shown'))
            .map(({ id }) => id),
        );
        const known = new Set(findDetermined(two, secret));
        const hidable = two.cells.filter(({ value, fixed }) => fixed !== 'shown' && value !== 0).map(({ id }) => id);
        const unavoidable = new Set(findDetermined(two, new Set(hidable)));
        for (const { id, value, fixed } of two.cells) {
          if (value === undefined || value === 0 || value >= wide.threshold || fixed === 'shown') continue;
          assert.ok(secret.has(id), `${id} = ${value} is shown`);
          // What cannot be helped follows from what was shown before, however much of the new release is hidden.
          if (known.has(id)) assert.ok(unavoidable.has(id), `${id} = ${value} could have been protected`);
        }
      },
    ),
    { numRuns: 300 },
  );
});
