import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { citedPlace } from './cited-place.ts';
import { compareParagraphs } from './compare-paragraphs.ts';
import { compareStates } from './compare-states.ts';
import { coverageOfState, together } from './coverage-of-state.ts';
import { coverages, type CoverageEntry, type Law, type Provision } from './law.ts';
import { daysOfChange, lawOn, lawStatusOn, versionsOf } from './point-in-time.ts';

const law: Law = {
  key: 'ken-2010-9',
  name: { en: 'Act' },
  jurisdiction: 'KEN',
  adopted: '2010-03-01',
  inForce: '2010-06-01',
  repealed: '2021-01-01',
};
const provision = (key: string, more: Partial<Provision> = {}): Provision => ({
  key,
  law: law.key,
  eId: 'sec_5',
  number: '5',
  heading: { en: key },
  wording: { en: key },
  order: 5,
  from: '2010-06-01',
  ...more,
});
const first = provision('first', { to: '2016-12-31' });
const second = provision('second', { from: '2017-01-01' });
const other = provision('other', { eId: 'sec_2', number: '2', order: 2 });
const all = [second, first, other];

describe('a law on a day', () => {
  it('is not yet in force, in force, or repealed', () => {
    assert.deepEqual(
      ['2010-05-31', '2010-06-01', '2020-12-31', '2021-01-01'].map((day) => lawStatusOn(law, day)),
      ['not-yet-in-force', 'in-force', 'in-force', 'repealed'],
    );
    assert.equal(
      lawStatusOn({ key: 'x', name: {}, jurisdiction: 'KEN', adopted: '2011-01-01' }, '2010-12-31'),
      'not-yet-in-force',
    );
  });

  it('reads as it did then, in order', () => {
    const on = (day: string) => lawOn(law, all, day).map(({ key }) => key);
    assert.deepEqual(on('2016-12-31'), ['other', 'first']);
    assert.deepEqual(on('2017-01-01'), ['other', 'second']);
    assert.deepEqual(on('2010-05-31'), []);
    assert.deepEqual(on('2021-01-01'), []);
    assert.deepEqual(
      versionsOf(all, first).map(({ key }) => key),
      ['first', 'second'],
    );
    assert.deepEqual(daysOfChange(law, all), ['2010-06-01', '2017-01-01', '2021-01-01']);
  });

  it('has exactly one version of a provision on every day between its first and its last', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2010-06-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          assert.equal(lawOn(law, all, day).filter(({ eId }) => eId === 'sec_5').length, 1);
        },
      ),
    );
  });
});

const provisions = new Map(all.map((each) => [each.key, each]));
const entry = (key: string, more: Partial<CoverageEntry>): CoverageEntry => ({
  key,
  state: 'KEN',
  treaty: 'untoc',
  article: '5',
  relation: 'criminalises',
  coverage: 'yes',
  ...more,
});
const articles = [{ number: '5', heading: 'Participation' }, { number: '6' }, { number: '10' }];

describe('the coverage of a treaty by the law of a State', () => {
  const entries = [
    entry('c', { paragraph: '2', coverage: 'no' }),
    entry('a', { paragraph: '1(a)', provision: 'first', to: '2016-12-31' }),
    entry('b', { paragraph: '1(a)', provision: 'second', coverage: 'in-part', from: '2017-01-01' }),
    entry('d', { article: '6', provision: 'first' }),
  ];
  const on = (day: string) => coverageOfState(articles, entries, provisions, day);

  it('is told article by article, with its gaps, and counts what nobody has looked at', () => {
    const { articles: told, totals } = on('2016-06-01');
    assert.deepEqual(
      told.map(({ coverage }) => coverage),
      ['in-part', 'yes', 'not-reviewed'],
    );
    assert.deepEqual(told[0]?.gaps, ['2']);
    assert.deepEqual(
      told[0]?.entries.map(({ entry: { key } }) => key),
      ['a', 'c'],
    );
    assert.deepEqual(totals, { yes: 1, 'in-part': 1, no: 0, 'not-reviewed': 1 });
  });

  it('does not rest on a provision that reads differently now', () => {
    const article6 = on('2018-01-01').articles[1];
    assert.deepEqual([article6?.coverage, article6?.entries[0]?.lapsed], ['not-reviewed', true]);
    assert.equal(
      coverageOfState(articles, [entry('x', { provision: 'nowhere' })], provisions, '2018-01-01').articles[0]
        ?.entries[0]?.lapsed,
      true,
    );
  });

  it('is full only when every part is, and never better than its best part', () => {
    assert.deepEqual(
      [
        together([]),
        together(['no', 'no']),
        together(['yes', 'yes']),
        together(['yes', 'not-reviewed']),
        together(['no', 'not-reviewed']),
      ],
      ['not-reviewed', 'no', 'yes', 'in-part', 'no'],
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...coverages), { minLength: 1 }), (parts) => {
        assert.equal(
          together(parts) === 'yes',
          parts.every((part) => part === 'yes'),
        );
        assert.equal(together(parts), together(parts.toReversed()));
      }),
    );
  });
});

describe('two States on one article', () => {
  it('stand side by side, paragraph by paragraph', () => {
    const entries = [
      entry('a', { paragraph: '10', provision: 'second' }),
      entry('b', { paragraph: '2', coverage: 'no', state: 'PER' }),
      entry('c', { paragraph: '2' }),
      entry('d', { treaty: 'uncac', paragraph: '3' }),
      entry('e', {}),
    ];
    const { rows, coverages: told } = compareStates(
      ['KEN', 'PER'],
      'untoc',
      { number: '5' },
      entries,
      provisions,
      '2018-01-01',
    );
    assert.deepEqual(
      rows.map(({ paragraph, sides }) => [paragraph, ...sides.map((side) => side.map(({ entry: { key } }) => key))]),
      [
        [undefined, ['e'], []],
        ['2', ['c'], ['b']],
        ['10', ['a'], []],
      ],
    );
    assert.deepEqual(told, ['yes', 'no']);
  });

  it('are cited as lawyers do', () => {
    assert.deepEqual(
      [citedPlace('5', '1(a)(ii)'), citedPlace('23', '(a)'), citedPlace('17')],
      ['5(1)(a)(ii)', '23(a)', '17'],
    );
  });

  it('puts paragraphs in the order of the treaty', () => {
    assert.deepEqual(['10', '1(b)', '2', '1(a)(ii)', '1', '1(a)(i)', '1(a)'].toSorted(compareParagraphs), [
      '1',
      '1(a)',
      '1(a)(i)',
      '1(a)(ii)',
      '1(b)',
      '2',
      '10',
    ]);
  });
});
