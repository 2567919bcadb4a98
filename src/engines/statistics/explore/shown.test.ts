import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anonymous } from '#kernel/policy/actor.ts';
import { drawingOf, explore, frameOf, type Exploration } from './explore-view.ts';
import { answerFile } from './files/answer-file.ts';
import { makePivot } from './pivot.ts';
import { conditionOf } from './sql.ts';
import { custody } from './testing/demonstration-flow.ts';
import { custodyStore, storeWith, type AFigure, type FixtureStore } from './testing/fixture-store.ts';
import { writeQuery } from './address.ts';
import { changed, emptyState, views, type ExploreState } from './state.ts';

const ids = [...custody.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];

async function look(store: FixtureStore, query: string): Promise<Exploration> {
  const release = await store.current(custody, anonymous);
  assert.ok(release !== undefined);
  return explore({
    store,
    release,
    language: 'en',
    query: new URLSearchParams(query),
    findingsFor: () => Promise.resolve([]),
  });
}

const figures: fc.Arbitrary<readonly AFigure[]> = fc.uniqueArray(
  fc.record({
    key: fc.tuple(
      fc.constant('A'),
      fc.constantFrom('KEN', 'UGA', 'FRA', 'WORLD', 'GBR_NI'),
      fc.constantFrom('HELD', 'RATE', 'UNSENTENCED'),
      fc.constantFrom('_T', 'F', 'M'),
      fc.constantFrom('PS', 'PER_100000_POP'),
    ),
    period: fc.constantFrom('2018', '2019', '2020', '2021'),
    value: fc.option(fc.integer({ min: 0, max: 10_000 })),
  }),
  { selector: ({ key, period }) => `${key.join('.')} ${period}`, maxLength: 60 },
);

const choice: fc.Arbitrary<ExploreState> = fc
  .record({
    view: fc.constantFrom(...views),
    codes: fc.record(
      {
        REF_AREA: fc.oneof(fc.constant('all' as const), fc.subarray(['KEN', 'UGA', 'FRA', 'ESP'], { minLength: 1 })),
        INDICATOR: fc.oneof(fc.constant('all' as const), fc.subarray(['HELD', 'RATE'], { minLength: 1 })),
        SEX: fc.oneof(fc.constant('all' as const), fc.subarray(['F', 'M', '_T'], { minLength: 1 })),
      },
      { requiredKeys: [] },
    ),
    from: fc.option(fc.constantFrom('2018', '2019', '2020'), { nil: undefined }),
    to: fc.option(fc.constantFrom('2020', '2021'), { nil: undefined }),
    rows: fc.option(fc.subarray(ids, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    columns: fc.option(fc.subarray(ids, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    sort: fc.option(fc.constantFrom('-REF_AREA', '=2019', '-=2020'), { nil: undefined }),
  })
  .map((parts) => changed(emptyState, parts));

/** The selected figures straight from the table, by key and period. */
async function selected(store: FixtureStore, { resolved }: Exploration): Promise<string[]> {
  const { sql, values } = conditionOf(resolved.question);
  const rows = await store.rows(
    `SELECT ${ids.join(', ')}, OBS_VALUE AS v FROM ${resolved.release.relation} WHERE ${sql}`,
    [...values],
  );
  return rows.map((row) => [...ids.map((id) => String(row[id])), String(row['v'])].join('.')).sort();
}

const written = (parts: readonly (string | number | null | undefined)[]): string => parts.map(String).join('.');

test('a table shows every figure that is selected once, over all its pages, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(figures, choice, async (some, state) => {
      const store = await storeWith(custody, some);
      try {
        const query = writeQuery({ ...state, view: 'table' }, custody.structure);
        const seen = await look(store, query);
        const { pivot, resolved, names } = seen;
        assert.ok(pivot !== undefined);
        const shown: string[] = [];
        for (let across = 1; (across - 1) * 24 < pivot.columnCount; across++) {
          for (let page = 1; (page - 1) * 50 < pivot.rowCount; page++) {
            const part = await makePivot(store, { ...resolved, state: { ...resolved.state, page, across } }, names);
            for (const figure of part.rows.flatMap(({ cells }) => cells)) {
              if (figure !== undefined)
                shown.push(written([...Object.values(figure.key), figure.period, figure.value]));
            }
          }
        }
        assert.deepEqual(shown.sort(), await selected(store, seen));
        assert.equal(seen.figures, shown.length);
      } finally {
        store.close();
      }
    }),
    { numRuns: 25 },
  );
});

test('in every view, what is downloaded is what is shown', async () => {
  await fc.assert(
    fc.asyncProperty(figures, choice, async (some, state) => {
      const store = await storeWith(custody, some);
      try {
        const seen = await look(store, writeQuery({ ...state, ownScale: false }, custody.structure));
        const facts = { citation: 'C', address: 'https://example.org', theme: 'light' } as const;
        const answer = await answerFile(store, seen, 'json', facts);
        const file = (await answer.json()) as { columns: string[]; observations: (string | number | null)[][] };
        const at = ids.map((id) => file.columns.indexOf(id)).concat(file.columns.indexOf('OBS_VALUE'));
        const downloaded = file.observations.map((row) => written(at.map((place) => row[place]))).sort();
        const shown =
          seen.model === undefined
            ? await selected(store, seen)
            : seen.model.series
                .flatMap((series) => series.figures)
                .map((figure) => written([...Object.values(figure.key), figure.period, figure.value]))
                .sort();
        assert.deepEqual(downloaded, shown);
      } finally {
        store.close();
      }
    }),
    { numRuns: 25 },
  );
});

test('a first look always shows something, whatever single figure there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      figures.filter((some) => some.some(({ value }) => value !== null)),
      async (some) => {
        const store = await storeWith(custody, some);
        try {
          for (const view of ['', ...views.map((one) => `view=${one}`)]) {
            const seen = await look(store, view);
            assert.ok(seen.figures > 0, `nothing in ${view}`);
            assert.deepEqual(seen.notices, []);
          }
        } finally {
          store.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('a choice that leaves nothing is given up and said; the unit follows what is measured', async () => {
  const store = await custodyStore();
  const follows = await look(store, 'INDICATOR=RATE&UNIT_MEASURE=PS');
  assert.deepEqual(follows.resolved.codes['UNIT_MEASURE'], ['PER_100000_POP']);
  assert.deepEqual(follows.notices, []);
  const seen = await look(store, 'INDICATOR=RATE&SEX=F&UNIT_MEASURE=KG');
  assert.deepEqual(seen.resolved.codes['SEX'], ['_T']);
  assert.equal(seen.notices.length, 2);
  assert.match(seen.notices[0]?.said.id ?? '', /there are no figures for/);
  store.close();
});

test('the first look at a flow of countries is a map of the latest well-covered year, with totals', async () => {
  const store = await custodyStore();
  const { resolved, wording } = await look(store, '');
  assert.equal(resolved.view, 'map');
  assert.equal(resolved.period, '2022');
  assert.deepEqual(resolved.codes['SEX'], ['_T']);
  assert.equal(wording.title, 'Persons held in prisons, 2022');
  store.close();
});

test('the world does not stand among the bars of its countries', async () => {
  const key = (area: string): readonly string[] => ['A', area, 'HELD', '_T', 'PS'];
  const store = await storeWith(custody, [
    { key: key('WORLD'), period: '2020', value: 10_000_000 },
    { key: key('KEN'), period: '2020', value: 50_000 },
    { key: key('UGA'), period: '2020', value: 60_000 },
  ]);
  const { model } = await look(store, 'view=bar');
  const areas = model?.series[0]?.figures.map((figure) => figure.key['REF_AREA']);
  assert.deepEqual(areas, ['UGA', 'KEN']);
  store.close();
});

test('codes without a figure for the rest of the choice are marked as such', async () => {
  const store = await custodyStore();
  const { pickers } = await look(store, 'view=line&INDICATOR=RATE');
  const sexes = pickers.find(({ id }) => id === 'SEX')?.groups.flatMap(({ codes }) => codes);
  assert.deepEqual(
    sexes?.map(({ id, available }) => [id, available]),
    [
      ['_T', true],
      ['F', false],
      ['M', false],
    ],
  );
  store.close();
});

test('a suppressed figure is never a zero: it is named, in the table and in the file', async () => {
  const store = await storeWith(custody, [
    { key: ['A', 'KEN', 'HELD', 'F', 'PS'], period: '2020', value: null, status: 'Q' },
    { key: ['A', 'UGA', 'HELD', 'F', 'PS'], period: '2020', value: 7 },
  ]);
  const seen = await look(store, 'view=table');
  const cells = seen.grid.rows.map(({ names, cells: [cell] }) => [names[0], cell?.text, cell?.letter, cell?.value]);
  assert.deepEqual(cells, [
    ['Kenya', 'suppressed', 'Q', undefined],
    ['Uganda', '7', undefined, 7],
  ]);
  assert.deepEqual(seen.wording.footnotes, ['Q: Missing value; suppressed']);
  store.close();
});

test('findings flag their figures in drawing and table; very many are flagged in the table alone', async () => {
  const store = await custodyStore();
  const release = await store.current(custody, anonymous);
  assert.ok(release !== undefined);
  const lookAt = (periods: readonly number[]) =>
    explore({
      store,
      release,
      language: 'en',
      query: new URLSearchParams('view=line&REF_AREA=FRA,JPN'),
      findingsFor: (series) =>
        Promise.resolve(
          series.flatMap((one) =>
            periods.map((period) => {
              const codes = one.split('.');
              const key = Object.fromEntries(custody.structure.dimensions.map(({ id }, at) => [id, codes[at] ?? '']));
              return {
                rule: 'jump',
                severity: 'warning' as const,
                key: { ...key, TIME_PERIOD: String(period) },
                said: { id: 'Odd <b>.' },
              };
            }),
          ),
        ),
    });
  const few = await lookAt([2012]);
  const flags = (seen: Exploration): number =>
    seen.grid.rows.flatMap(({ cells }) => cells).filter(({ finding }) => finding !== undefined).length;
  assert.equal(flags(few), few.flagged);
  assert.ok(few.flagged > 0);
  const drawn = (seen: Exploration): string => drawingOf(seen, frameOf(seen, undefined), true)?.svg ?? '';
  assert.ok(drawn(few).includes('Odd &lt;b&gt;.'));
  const many = await lookAt(Array.from({ length: 15 }, (_, year) => 2008 + year));
  assert.ok(many.flagged > 24);
  assert.equal(flags(many), many.flagged);
  assert.ok(!drawn(many).includes('Odd'));
  store.close();
});

test('files say what they are: title, release, licence, citation', async () => {
  const store = await custodyStore();
  const seen = await look(store, 'view=line&REF_AREA=KEN');
  const facts = {
    terms: { publisher: 'An Office', licence: { name: 'CC BY 4.0', url: 'https://example.org/by' } },
    citation: 'An Office (2025). Release 2.',
    address: 'https://example.org/en/data',
    theme: 'light',
  } as const;
  for (const ending of ['csv', 'json', 'svg']) {
    const text = await (await answerFile(store, seen, ending, facts)).text();
    const release = ending === 'json' ? '"release":2' : 'release 2';
    for (const words of ['Persons held in prisons', release, 'CC BY 4.0', 'An Office (2025)'])
      assert.ok(text.includes(words), `${words} in ${ending}`);
  }
  const bytes = new Uint8Array(await (await answerFile(store, seen, 'xlsx', facts)).arrayBuffer());
  assert.equal(String.fromCharCode(...bytes.slice(0, 2)), 'PK');
  store.close();
});

test('no name becomes a formula in a spreadsheet', async () => {
  const flow = { ...custody, name: '=HYPERLINK("http://evil.example")' };
  const store = await storeWith(flow, [{ key: ['A', 'KEN', 'HELD', '_T', 'PS'], period: '2020', value: 5 }]);
  const release = await store.current(flow, anonymous);
  assert.ok(release !== undefined);
  const seen = await explore({
    store,
    release,
    language: 'en',
    query: new URLSearchParams('view=table'),
    findingsFor: () => Promise.resolve([]),
  });
  const text = await (await answerFile(store, seen, 'csv', { citation: '=1+1', address: '', theme: 'light' })).text();
  assert.ok(!/(?:^|,)"?=/m.test(text), text.slice(0, 400));
  store.close();
});
