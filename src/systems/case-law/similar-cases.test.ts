import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { demonstrationCases, similarCases } from './index.ts';
import type { ComparableCase } from './similar-cases.ts';

const a = (number: string, more: Partial<ComparableCase> = {}): ComparableCase => ({
  number,
  decided: '2020-01-01',
  crimes: [],
  issues: [],
  articles: [],
  ...more,
});

describe('cases like this', () => {
  it('share what is rare rather than what is common', () => {
    const cases = [
      a('A', { crimes: ['waste'], issues: ['cooperation'] }),
      a('B', { crimes: ['drugs'], issues: ['cooperation'] }),
      a('C', { crimes: ['waste'], issues: ['victims'] }),
      a('D', { crimes: ['drugs'], issues: ['cooperation'] }),
      a('E', { crimes: ['firearms'], issues: ['cooperation'] }),
    ];
    const found = similarCases('A', cases);
    assert.equal(found[0]?.number, 'C');
    assert.deepEqual(found[0].shared, [{ kind: 'crime', id: 'waste' }]);
  });

  it('are none where nothing is shared, or only what all have', () => {
    const cases = [a('A', { issues: ['victims'] }), a('B', { issues: ['victims'] })];
    assert.deepEqual(similarCases('A', cases), []);
    assert.deepEqual(
      similarCases('A', [...cases, a('C', { crimes: ['drugs'] })]).map(({ number }) => number),
      ['B'],
    );
  });

  it('come newest first where they are equally alike, then by number', () => {
    const same = { articles: ['untoc/18'] };
    const cases = [
      a('A', same),
      a('D', { ...same, decided: '2019-01-01' }),
      a('C', { ...same, decided: '2021-01-01' }),
      a('B', { ...same, decided: '2019-01-01' }),
      a('E'),
    ];
    assert.deepEqual(
      similarCases('A', cases).map(({ number }) => number),
      ['C', 'B', 'D'],
    );
  });

  it('are as like one another as the other is like them, in whatever order they are given', () => {
    const traits = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't'), { maxLength: 4 });
    const some = fc
      .array(fc.record({ crimes: traits, issues: traits, articles: traits }), { minLength: 2, maxLength: 12 })
      .map((all) => all.map((each, place) => a(`N${place}`, each)));
    fc.assert(
      fc.property(some, (cases) => {
        const all = (number: string, given = cases) => similarCases(number, given, cases.length);
        for (const { number } of cases) {
          assert.deepEqual(all(number, cases.toReversed()), all(number));
          for (const found of all(number)) {
            assert.ok(found.likeness > 0 && found.likeness <= 1 && found.shared.length > 0);
            assert.notEqual(found.number, number);
            assert.equal(all(found.number).find((back) => back.number === number)?.likeness, found.likeness);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are refused for a case that is not there', () => {
    assert.throws(() => similarCases('Z', [a('A')]), TypeError);
  });

  it('put piracy beside the other cases at sea, and forced crime beside forced crime', () => {
    const cases = demonstrationCases().map(({ data }) => ({
      number: String(data['number']),
      decided: String(data['decided']),
      crimes: data['crimes'] as readonly string[],
      issues: data['issues'] as readonly string[],
      articles: (data['articles'] as readonly { instrument: string; article: string }[]).map(
        ({ instrument, article }) => `${instrument}/${article}`,
      ),
    }));
    const like = (number: string) => similarCases(number, cases).map((each) => each.number);
    assert.ok(like('SEN-2015-001').includes('TZA-2019-001'));
    assert.ok(like('CMR-2022-001').includes('FRA-2012-003'));
    assert.ok(like('CHE-2014-002').includes('TUN-2018-001'));
  });
});
