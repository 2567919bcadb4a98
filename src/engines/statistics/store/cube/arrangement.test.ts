import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { anonymous } from '#kernel/policy/index.ts';
import { importFile } from '../../import-file.ts';
import type { ReleasedFlow, ReleasedStore } from '../../model/released.ts';
import { buildRegistry } from '../../registry/build-registry.ts';
import { releaseFlow } from '../../release-flow.ts';
import { sdmxRoutes } from '../../sdmx/routes.ts';
import { aFlow, csvOf, type Figure } from '../../testing/a-flow.ts';
import { aHouse, type House } from '../../testing/a-house.ts';
import { isSooner, keepsKeyOrder, rowsRead, sliceOrder, type TableFacts } from './arrangement.ts';
import { openReleasedStore, type OpenReleasedStore } from './open-released-store.ts';

const definition = aFlow();
const { structure } = definition.flow;
const key = structure.dimensions.map(({ id }) => id);
const id = { agency: 'TEST', id: 'CUSTODY' };
const codes = {
  FREQ: ['A'],
  REF_AREA: ['KEN', 'PER', 'UGA', 'ZWE'],
  TOPIC: ['HELD', 'UNSENTENCED', 'DEATHS'],
  SEX: ['_T', 'M', 'F'],
  UNIT_MEASURE: ['NUMBER', 'PT'],
};

/** Every second figure of the cross product, so that not every key exists. */
function someFigures(): Figure[] {
  const figures: Figure[] = [];
  for (const area of codes.REF_AREA)
    for (const topic of ['Held', 'Unsentenced', 'Deaths'])
      for (const sex of ['Total', 'Male', 'Female'])
        for (const unit of ['Counts', 'Percent'])
          for (const year of [2001, 2002, 2003, 2004])
            if ((figures.length * 7 + year + area.charCodeAt(0)) % 3 > 0)
              figures.push([area, topic, sex, unit, year, year % 4 === 0 ? '..' : figures.length]);
            else figures.push([area, topic, sex, unit, year - 20, figures.length]);
  return figures;
}

describe('figures of a large release in two orders', () => {
  let house: House;
  let store: OpenReleasedStore;
  /** The same figures, with one order alone. */
  let plain: ReleasedStore;
  let release: ReleasedFlow;
  before(async () => {
    house = await aHouse([definition]);
    const path = await house.file('figures.csv', csvOf(someFigures()));
    await importFile(house.context(), { path, flow: 'TEST:CUSTODY', accept: true });
    await releaseFlow(house.context(), { flow: 'TEST:CUSTODY' });
    store = await openReleasedStore({ ...house.context(), large: 1 });
    await store.refresh();
    await store.arranged();
    release = (await store.current(id, anonymous)) ?? assert.fail('no release');
    const { arranged: _, series: __, ...bare } = release;
    plain = { ...store, current: async () => bare, all: async () => [bare] };
  });
  after(async () => {
    await store.close();
    await house[Symbol.asyncDispose]();
  });

  /** A key with some values, or none, for each dimension. */
  const keys = fc.tuple(
    ...Object.values(codes).map((values) => fc.oneof(fc.constant([]), fc.subarray(values, { minLength: 1 }))),
  );
  const boundOf = (asked: readonly (readonly string[])[]): Map<string, number> =>
    new Map(key.flatMap((one, place) => (asked[place]?.length ? [[one, asked[place].length] as const] : [])));

  test('a map slice is read from the second order, a series from the first', () => {
    const relation = (bound: Record<string, number>) => release.arranged?.(new Map(Object.entries(bound)));
    assert.match(relation({ TOPIC: 1, SEX: 1, UNIT_MEASURE: 1 }) ?? '', /by slice/);
    assert.equal(relation({ FREQ: 1, REF_AREA: 1, TOPIC: 1, SEX: 1, UNIT_MEASURE: 1 }), release.relation);
    assert.equal(relation({ REF_AREA: 1 }), release.relation);
    assert.equal(relation({}), release.relation);
  });

  test('whatever is bound, the same rows come in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(keys, async (asked) => {
        const where = key
          .flatMap((one, place) =>
            asked[place]?.length ? [`"${one}" IN (${asked[place].map((code) => `'${code}'`).join(', ')})`] : [],
          )
          .concat('true')
          .join(' AND ');
        const rows = (relation: string) => store.rows(`SELECT * FROM ${relation} WHERE ${where}`);
        assert.deepEqual(await rows(release.arranged?.(boundOf(asked)) ?? ''), await rows(release.relation));
      }),
      { numRuns: 60 },
    );
  });

  test('the service answers the same from two orders as from one: data, and what is available', async () => {
    const service = (of: ReleasedStore) =>
      sdmxRoutes({
        registry: buildRegistry({ flows: [definition.flow] }),
        store: of,
        clock: () => house.now,
        origin: 'http://localhost',
      });
    const [two, one] = [service(store), service(plain)];
    const accept = { data: 'application/vnd.sdmx.data+csv;version=2.0.0', availableconstraint: 'application/xml' };
    await fc.assert(
      fc.asyncProperty(
        keys,
        fc.constantFrom('data', 'availableconstraint'),
        fc.constantFrom('', 'mode=available', 'startPeriod=2002&endPeriod=2003'),
        async (asked, resource, more) => {
          const path = `/sdmx/rest/${resource}/TEST,CUSTODY/${asked.map((values) => values.join('+')).join('.')}?${more}`;
          const answer = async (app: typeof one) => {
            const got = await app.request(path, { headers: { accept: accept[resource] } });
            return [got.status, (await got.text()).replace(/<mes:(ID|Prepared)>.*?<\/mes:\1>/g, '')];
          };
          assert.deepEqual(await answer(two), await answer(one), path);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('the list of series counts what the figures count', async () => {
    const [listed] = await store.rows(
      `SELECT count(*)::DOUBLE AS n, sum(_observations) AS o, sum(_values) AS v, min(_start)::VARCHAR AS s, max(_end)::VARCHAR AS e FROM ${release.series}`,
    );
    const names = key.map((one) => `"${one}"`).join(', ');
    const [counted] = await store.rows(
      `SELECT count(DISTINCT (${names}))::DOUBLE AS n, count(*)::DOUBLE AS o, count(OBS_VALUE)::DOUBLE AS v, min(_start)::VARCHAR AS s, max(_end)::VARCHAR AS e FROM ${release.relation}`,
    );
    assert.deepEqual(listed, counted);
  });
});

test('a new store finds the second order that an earlier one made', async () => {
  const house = await aHouse([definition]);
  const path = await house.file('figures.csv', csvOf(someFigures()));
  await importFile(house.context(), { path, flow: 'TEST:CUSTODY', accept: true });
  await releaseFlow(house.context(), { flow: 'TEST:CUSTODY' });
  const bound = new Map([['TOPIC', 1], ['SEX', 1], ['UNIT_MEASURE', 1]]); // prettier-ignore
  const sliced: (string | undefined)[] = [];
  for (let times = 0; times < 2; times++) {
    const store = await openReleasedStore({ ...house.context(), large: 1 });
    await store.refresh();
    await store.arranged();
    sliced.push((await store.current(id, anonymous))?.arranged?.(bound));
    await store.close();
  }
  assert.match(sliced[0] ?? '', /by slice/);
  assert.equal(sliced[1], sliced[0]);
  await house[Symbol.asyncDispose]();
});

test('indicators come before areas in the second order, the frequency late', () => {
  assert.deepEqual(sliceOrder(structure), ['TOPIC', 'SEX', 'UNIT_MEASURE', 'FREQ', 'REF_AREA']);
  const without = { ...structure, dimensions: structure.dimensions.filter(({ id: one }) => one !== 'REF_AREA') };
  assert.equal(sliceOrder(without), undefined);
});

test('the order is chosen by the rows that have to be read, and by what sorting them costs', () => {
  const order = ['TOPIC', 'SEX', 'UNIT_MEASURE', 'FREQ', 'REF_AREA'];
  const facts: TableFacts = {
    rows: 12_000_000,
    codes: new Map([['FREQ', 1], ['REF_AREA', 200], ['TOPIC', 100], ['SEX', 3], ['UNIT_MEASURE', 2]]), // prettier-ignore
  };
  const bound = (ids: Record<string, number>) => new Map(Object.entries(ids));
  assert.equal(rowsRead(key, facts, bound({ REF_AREA: 1 })), 60_000);
  assert.equal(rowsRead(key, facts, bound({ TOPIC: 1 })), 12_000_000);
  assert.equal(rowsRead(order, facts, bound({ TOPIC: 2, SEX: 1 })), 80_000);
  assert.ok(keepsKeyOrder(key, order, facts, bound({ TOPIC: 1, SEX: 1, UNIT_MEASURE: 1 })));
  assert.ok(!keepsKeyOrder(key, order, facts, bound({ TOPIC: 1, SEX: 1 })), 'areas come before units in the key');
  assert.ok(isSooner(key, order, facts, bound({ TOPIC: 1 })), 'a hundredth, sorted');
  assert.ok(!isSooner(key, order, facts, bound({ SEX: 1 })), 'all of it, sorted');
  assert.ok(!isSooner(key, order, facts, bound({ REF_AREA: 1, TOPIC: 1, SEX: 1, UNIT_MEASURE: 1 })));
});
