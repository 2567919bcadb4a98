import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findArea, findInstrument, groupsOf, lawTerms } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { caseLaw, demonstrationCases } from '../index.ts';

const records = demonstrationCases();
const of = (field: string): readonly string[] => records.flatMap(({ data }) => [data[field]].flat().map(String));

describe('the invented cases', () => {
  it('keep every rule of their register, without a warning', () => {
    const faults = records.flatMap(({ data }) =>
      checkRecord(caseLaw, data).findings.map(({ rule, field }) => `${String(data['number'])}: ${rule} at ${field}`),
    );
    assert.deepEqual(faults, []);
  });

  it('are at least 80 of at least 35 States in all regions, each under a number of its own', () => {
    const numbers = of('number');
    assert.ok(numbers.length >= 80, String(numbers.length));
    assert.equal(new Set(numbers).size, numbers.length);
    for (const { data } of records) {
      assert.match(String(data['number']), /^[A-Z]{3}-\d{4}-\d{3}$/);
      assert.equal(String(data['number']).slice(4, 8), String(data['decided']).slice(0, 4));
    }
    const states = new Set(of('jurisdiction'));
    assert.ok(states.size >= 35, String(states.size));
    const regions = new Set(
      [...states].flatMap((state) => {
        const area = findArea(state);
        return area?.kind === 'country'
          ? groupsOf(area)
              .filter(({ kind }) => kind === 'm49-region')
              .map(({ id }) => id)
          : [];
      }),
    );
    assert.deepEqual([...regions].sort(), ['002', '009', '019', '142', '150']);
  });

  it('cite only cases that come before them, and laws of their own State that were adopted before', () => {
    const known = new Set<string>();
    let edges = 0;
    for (const { data } of records) {
      for (const cited of data['cites'] as readonly string[]) {
        assert.ok(known.has(cited), `${String(data['number'])} cites ${cited}`);
        edges += 1;
      }
      for (const law of data['laws'] as readonly string[]) {
        assert.equal(law.slice(0, 3).toUpperCase(), data['jurisdiction'], law);
        assert.ok(law.slice(4, 8) <= String(data['decided']).slice(0, 4), law);
      }
      known.add(String(data['number']));
    }
    assert.ok(edges >= 60, String(edges));
  });

  it('cover every crime type, and issues of every kind', () => {
    assert.deepEqual(
      [...new Set(of('crimes'))].sort(),
      lawTerms('crime-types')
        .map(({ id }) => id)
        .toSorted(),
    );
    const issues = lawTerms('issues').map(({ id }) => id);
    assert.deepEqual(
      issues.filter((each) => !of('issues').includes(each)),
      [],
    );
  });

  it('apply articles that are there', () => {
    for (const { data } of records)
      for (const { instrument, article } of [data['articles'], data['cooperation']].flat() as readonly {
        instrument?: string;
        article?: string;
      }[])
        if (instrument !== undefined) {
          const found = findInstrument(instrument);
          assert.ok(found, `${String(data['number'])}: ${instrument}`);
          assert.ok(
            found.articles.length === 0 || found.articles.some(({ number }) => number === article),
            `${String(data['number'])}: ${instrument} ${article}`,
          );
        }
  });

  it('are told in full, no two alike, half of them in a second language, and without names', () => {
    const told = records.map(({ data }) => data['facts'] as Readonly<Record<string, string>>);
    for (const [place, { en = '' }] of told.entries()) {
      const words = en.split(/\s+/).length;
      assert.ok(words >= 80 && words <= 160, `${String(records[place]?.data['number'])}: ${words} words`);
    }
    assert.equal(new Set(told.map(({ en = '' }) => en.slice(0, 40))).size, told.length);
    const twice = records.filter(({ data }) => Object.keys(data['facts'] as object).length > 1);
    assert.ok(twice.length >= records.length / 2, String(twice.length));
    for (const { data, demonstration } of records) {
      assert.ok(demonstration);
      assert.equal(data['realNames'], undefined);
      assert.deepEqual(Object.keys(data['name'] as object), Object.keys(data['facts'] as object));
    }
  });
});
