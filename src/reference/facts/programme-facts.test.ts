import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  factDocuments,
  factsOfArea,
  factsOfDocument,
  factsOfMeasure,
  factsOfYear,
  findArea,
  findFact,
  findGroup,
  programmeFacts,
} from '../index.ts';
import { assertUnique } from '../testing/consistency.ts';

const facts = programmeFacts();

describe('facts of the five reports', () => {
  it('has 908, each once, each with document and paragraph', () => {
    assert.equal(facts.length, 908);
    assertUnique(facts.map(({ id }) => id));
    for (const { id, document, paragraph, statement } of facts) {
      assert.ok(factDocuments.includes(document), id);
      assert.ok(Number.isInteger(paragraph) && paragraph > 0, id);
      assert.match(statement, /\S.*[.”)]$/, id);
    }
  });

  it('knows the world prison population of 2019 and 2020, and where it is said', () => {
    const figures = factsOfMeasure('prison_population').map(({ year, value, unit, document, paragraph }) => ({
      year,
      value,
      unit,
      cited: `${document.symbol} para ${paragraph}`,
    }));
    assert.deepEqual(figures, [
      { year: 2019, value: 11_800_000, unit: 'persons', cited: 'A/77/127 para 1' },
      { year: 2020, value: 11_200_000, unit: 'persons', cited: 'A/77/127 para 1' },
    ]);
    for (const fact of factsOfMeasure('prison_population')) assert.ok(factsOfArea('WORLD').includes(fact));
  });

  it('speaks only of States and groups that exist', () => {
    for (const { id, areas, groups, region } of facts) {
      for (const area of areas) assert.equal(findArea(area)?.kind, 'country', `${id}: ${area}`);
      for (const group of groups) assert.equal(findGroup(group)?.id, group, `${id}: ${group}`);
      assert.equal(groups.length > 0, region !== undefined, id);
    }
  });

  it('divides by document without loss', () => {
    const sizes = Object.fromEntries(factDocuments.map(({ symbol }) => [symbol, factsOfDocument(symbol).length]));
    assert.deepEqual(sizes, {
      'A/72/125': 122,
      'E/CN.7/2022/3': 208,
      'E/CN.15/2022/9': 181,
      'A/77/127': 206,
      'E/CN.7/2024/3': 191,
    });
    assert.deepEqual(factsOfDocument('E/CN.15/2024/3'), factsOfDocument('E/CN.7/2024/3'));
    assert.deepEqual(factsOfDocument('A/1/1'), []);
  });

  it('is found by State, by any of its codes, by year and by id', () => {
    assert.equal(factsOfArea('NGA').length, 41);
    assert.deepEqual(factsOfArea('ng'), factsOfArea('NGA'));
    assert.deepEqual(factsOfArea('nowhere'), []);
    assert.equal(factsOfYear(2021).length, 427);
    assert.equal(factsOfYear(undefined).length, 128);
    assert.equal(findFact('A77-1-4')?.value, -5.2);
    assert.deepEqual(findFact('A77-1-4')?.qualifiers, { baseline_year: 2015, sdg_target: '16.1' });
    assert.equal(findFact('A77-1-99'), undefined);
  });

  it('says what kind of bound a figure is', () => {
    const count = (bound: string | undefined): number => facts.filter((fact) => fact.bound === bound).length;
    assert.deepEqual(['exact', 'min', 'approx', 'max', undefined].map(count), [648, 81, 15, 4, 160]);
  });
});
