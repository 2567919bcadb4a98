import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { writeQuery } from './address.ts';
import { namesOf } from './names.ts';
import { canBeShortened, readQuery } from './read-query.ts';
import { changed, emptyState, views, withCodes, type Chosen, type ExploreState } from './state.ts';
import { custody } from './testing/demonstration-flow.ts';

const { structure } = custody;
const names = namesOf(structure, 'en', 'Period');
const read = (query: string) => readQuery(new URLSearchParams(query), structure, names);

const ids = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
const period = fc.oneof(
  fc.integer({ min: 1900, max: 2099 }).map(String),
  fc.constantFrom('2019-Q1', '2019-03', '2019-S2', '2019-03-31'),
);
const codes: fc.Arbitrary<Record<string, Chosen>> = fc
  .tuple(
    ...structure.dimensions.map(({ id, codelist }) =>
      fc.option(
        fc
          .oneof(
            fc.constant('all' as const),
            fc.uniqueArray(fc.constantFrom(...codelist.codes.map((code) => code.id)), { minLength: 1, maxLength: 20 }),
          )
          .map((chosen): [string, Chosen] => [id, chosen]),
      ),
    ),
  )
  .map((all) => Object.fromEntries(all.filter((one) => one !== null)));
const state: fc.Arbitrary<ExploreState> = fc
  .record(
    {
      view: fc.constantFrom(...views),
      codes,
      from: period,
      to: period,
      period,
      places: fc
        .shuffledSubarray(ids, { minLength: 2 })
        .chain((all) =>
          fc.integer({ min: 1, max: all.length - 1 }).map((at) => [all.slice(0, at), all.slice(at)] as const),
        ),
      sort: fc.constantFrom('REF_AREA', '-REF_AREA', '=2019', '-=F.2019'),
      page: fc.integer({ min: 1, max: 9999 }),
      across: fc.integer({ min: 1, max: 99 }),
      release: fc.integer({ min: 1, max: 999 }),
      ownScale: fc.boolean(),
    },
    { requiredKeys: ['codes', 'page', 'across', 'ownScale'], noNullPrototype: true },
  )
  .map(({ places, ...rest }) => ({ ...rest, ...(places !== undefined && { rows: places[0], columns: places[1] }) }));

test('every choice can be written as an address and read back as it was', () => {
  fc.assert(
    fc.property(state, (one) => {
      const { state: back, notices } = read(writeQuery(one, structure));
      assert.deepEqual(notices, []);
      assert.deepEqual(back, one);
    }),
    { numRuns: 500 },
  );
});

test('the same choice has one address, however a form sends it', () => {
  const sent = new URLSearchParams('view=line&SEX=F&SEX=M&from=&REF_AREA=KEN&REF_AREA=UGA');
  assert.ok(canBeShortened(sent));
  const query = writeQuery(readQuery(sent, structure, names).state, structure);
  assert.equal(query, 'view=line&REF_AREA=KEN,UGA&SEX=F,M');
  assert.ok(!canBeShortened(new URLSearchParams(query)));
});

test('no address can break the explorer, whatever stands in it', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'view',
      'SEX',
      'REF_AREA',
      'period',
      'page',
      'rows',
      'sort',
      '__proto__',
      'TIME_PERIOD',
      '*',
      'KEN,*',
      '-1',
      '../..',
      "'; --",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 12 }), (pairs) => {
      const { state: some, notices } = readQuery(new URLSearchParams(pairs), structure, names);
      assert.ok(notices.length < 60);
      for (const { id, codelist } of structure.dimensions) {
        const chosen = some.codes[id];
        if (chosen === undefined || chosen === 'all') continue;
        assert.ok(chosen.every((code) => codelist.codes.some((known) => known.id === code)));
      }
      assert.deepEqual(read(writeQuery(some, structure)).state, some);
    }),
    { numRuns: 500 },
  );
});

test('what is misspelt is named, and the nearest is offered', () => {
  const { state: some, notices } = read('REF_AREA=Kenya&INDICATR=HELD&SEX=X&view=pie&period=last');
  assert.deepEqual(some.codes, {});
  const offered = notices.flatMap(({ remedy }) => remedy?.query ?? []);
  assert.ok(offered.includes('REF_AREA=KEN'), offered.join(' '));
  assert.ok(offered.includes('INDICATOR=HELD'), offered.join(' '));
  assert.equal(notices.length, 5);
});

test('words that come from elsewhere are passed over without a notice', () => {
  assert.deepEqual(read('utm_source=letter&fbclid=1').notices, []);
});

test('another choice begins at the first page; turning the page keeps the choice', () => {
  const third = changed(withCodes(emptyState, 'SEX', ['F']), { page: 3 });
  assert.equal(withCodes(third, 'REF_AREA', ['KEN']).page, 1);
  assert.deepEqual(changed(third, { page: 4 }), { ...third, page: 4 });
});
