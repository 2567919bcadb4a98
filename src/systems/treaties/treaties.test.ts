import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instruments } from '#reference/index.ts';
import { instrumentRules } from './instrument-rules.ts';
import { partiesToAll, statusMatrix } from './matrix.ts';
import { partiesOverTime } from './parties-over-time.ts';
import { quotedFigures, quotedPartiesToAll } from './quoted-figures.ts';
import { reportedActions } from './reported-actions.ts';
import type { TreatyAction } from './status/action.ts';
import { afterDelay } from './status/treaty-rules.ts';

const terrorism = instruments.filter(({ group }) => group === 'terrorism').map(({ id }) => id);
const ten = ['CHE', 'CIV', 'CUB', 'DOM', 'FIN', 'FRA', 'KAZ', 'NLD', 'PRT', 'TUR'];

describe('the figures that the reports print', () => {
  it('are quoted with day, document and paragraph', () => {
    const quoted = (id: string) => quotedFigures(id).map(({ parties, asOf, citation }) => [parties, asOf, citation]);
    assert.deepEqual(quoted('untoc'), [
      [187, '2017-06-30', 'A/72/125, para. 13'],
      [190, '2022-07-04', 'A/77/127, para. 54'],
    ]);
    assert.deepEqual(
      ['untoc-tip', 'untoc-som', 'untoc-firearms'].map((id) => quotedFigures(id)[0]?.parties),
      [170, 144, 114],
    );
    assert.deepEqual(quoted('uncac'), [
      [181, '2017-06-01', 'A/72/125, para. 30'],
      [189, '2022-07-04', 'A/77/127, para. 48'],
    ]);
    assert.deepEqual(quotedFigures('drugs-1961'), []);
    assert.deepEqual(quotedPartiesToAll(), [
      { states: 10, citation: 'E/CN.7/2022/3, para. 71', date: '2022-01-10' },
      { states: 10, citation: 'A/77/127, para. 61', date: '2022-07-04' },
    ]);
  });
});

describe('territories', () => {
  it('are shown, and never counted as parties', () => {
    const party = (participant: string): TreatyAction => ({
      id: participant,
      treaty: 'uncac',
      participant,
      kind: 'accession',
      deposited: '2010-01-01',
      articles: [],
      territories: [],
    });
    const log = [party('NLD'), party('ABW'), party('European Union')];
    const matrix = statusMatrix(log, ['NLD', 'ABW', 'European Union'], ['uncac'], instrumentRules, '2020-01-01');
    assert.deepEqual(
      [matrix.rows.length, matrix.counts[0]?.parties, partiesToAll(matrix)],
      [3, 2, ['NLD', 'European Union']],
    );
    assert.equal(partiesOverTime(log, 'uncac', instrumentRules, '2020-12-31').at(-1)?.certain, 2);
  });
});

describe('the entries that the reports name', () => {
  const log = reportedActions();
  const of = (treaty: string, day: string) =>
    statusMatrix(log, [...new Set(log.map((each) => each.participant))], [treaty], instrumentRules, day);

  it('are nine, and 190 of the ten States that belong to all 19 instruments against terrorism', () => {
    assert.equal(log.length, 9 + 190);
    assert.equal(new Set(log.map(({ id }) => id)).size, log.length);
    for (const { source } of log) assert.match(source, /^(A|E)\/\S+, para\. \d+$/);
  });

  it('are no more exact than the report is', () => {
    const standing = (day: string) =>
      of('untoc', day).rows.find(({ participant }) => participant === 'PRK')?.cells[0]?.standing;
    assert.deepEqual([standing('2010-01-01'), standing('2017-06-30')], ['uncertain', 'party']);
    const bhutan = (day: string) =>
      of('untoc', day).rows.find(({ participant }) => participant === 'BTN')?.cells[0]?.standing;
    assert.deepEqual(['2022-12-31', '2023-07-01', '2024-01-30'].map(bhutan), [undefined, 'uncertain', 'party']);
  });

  it('find the ten States that are party to all 19', () => {
    const matrix = (day: string) => statusMatrix(log, [...ten, 'ALB'], terrorism, instrumentRules, day);
    assert.deepEqual(partiesToAll(matrix('2021-12-31')), ten);
    assert.deepEqual(partiesToAll(matrix('2019-12-31')), [], 'the nineteenth was not in force');
    assert.deepEqual(partiesToAll({ ...matrix('2021-12-31'), treaties: [] }), []);
  });
});

describe('the rules of the instruments', () => {
  it('give the days on which these treaties are known to have entered into force', () => {
    const day = (received: string, days: number) => afterDelay(received, { kind: 'days', days });
    assert.equal(day('2003-07-01', 90), instrumentRules.get('untoc')?.inForce);
    assert.equal(day('2005-09-15', 90), instrumentRules.get('uncac')?.inForce);
    assert.equal(afterDelay('2018-05-31', { kind: 'second-month' }), instrumentRules.get('ct-17')?.inForce);
    assert.equal(afterDelay('2019-11-26', { kind: 'second-month' }), instrumentRules.get('ct-19')?.inForce);
  });

  it('count denunciations as the treaties do', () => {
    assert.equal(afterDelay('2011-06-30', { kind: 'january-after-july' }), '2012-01-01');
    assert.equal(afterDelay('2011-07-02', { kind: 'january-after-july' }), '2013-01-01');
    assert.equal(afterDelay('2012-02-29', { kind: 'months', months: 12 }), '2013-02-28');
  });

  it('name only instruments that are there', () => {
    for (const [id, { parent }] of instrumentRules)
      if (parent !== undefined) assert.ok(instrumentRules.has(parent), id);
  });
});

describe('parties over time', () => {
  const party = (participant: string, deposited: string): TreatyAction => ({
    id: participant,
    treaty: 'untoc',
    participant,
    kind: 'accession',
    deposited,
    articles: [],
    territories: [],
  });

  it('counts them at the end of each year, and says how many more there may be', () => {
    const log = [party('KEN', '2004-06-16'), party('FIN', '2005-12-15'), party('PER', '2006')];
    assert.deepEqual(partiesOverTime(log, 'untoc', instrumentRules, '2007-06-30'), [
      { year: 2004, certain: 1, most: 1 },
      { year: 2005, certain: 1, most: 1 },
      { year: 2006, certain: 2, most: 3 },
      { year: 2007, certain: 3, most: 3 },
    ]);
    assert.deepEqual(partiesOverTime([], 'untoc', instrumentRules, '2007-06-30'), []);
  });
});
