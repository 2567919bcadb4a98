import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findArea, findInstrument, groupsOf } from '#reference/index.ts';
import { checkRecord, type SeedRecord } from '#engines/registers/index.ts';
import { coverage, demonstrationRecords, laws, provisions } from './index.ts';

const records = [...demonstrationRecords()];
const of = (register: string) => records.filter((each) => each.register === register).map(({ data }) => data);

describe('the invented laws', () => {
  it('keep every rule of their registers, and name only what came before', () => {
    const known = new Set<string>();
    const faults: string[] = [];
    for (const { register, data } of records) {
      const definition = [laws, provisions, coverage].find(({ id }) => id === register);
      assert.ok(definition);
      const key = String(data['key']);
      faults.push(
        ...checkRecord(definition, data).findings.map(({ rule, field }) => `${register} ${key}: ${rule} at ${field}`),
      );
      assert.match(key, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
      const amends = Array.isArray(data['amends']) ? data['amends'].map((each) => `laws/${each}`) : [];
      for (const needed of [
        ...amends,
        ...(typeof data['law'] === 'string' ? [`laws/${data['law']}`] : []),
        ...(typeof data['provision'] === 'string' ? [`provisions/${data['provision']}`] : []),
      ])
        assert.ok(known.has(needed), needed);
      assert.equal(known.has(`${register}/${key}`), false, key);
      known.add(`${register}/${key}`);
    }
    assert.deepEqual(faults, []);
  });

  it('are at least 60 of at least 20 States in all regions, with 4 to 10 provisions each', () => {
    assert.ok(of('laws').length >= 60, String(of('laws').length));
    const states = new Set(of('laws').map((data) => String(data['jurisdiction'])));
    assert.ok(states.size >= 20);
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
    const counts = Map.groupBy(of('provisions'), (data) => String(data['law']));
    for (const { key } of of('laws') as readonly { key?: unknown }[]) {
      const own = new Set((counts.get(String(key)) ?? []).map((data) => data['eId']));
      assert.ok(own.size >= 4 && own.size <= 10, String(key));
    }
    assert.ok(of('provisions').length >= 300);
  });

  it('are marked, in the data and in every language of their titles', () => {
    for (const { demonstration } of records satisfies readonly SeedRecord[]) assert.equal(demonstration, true);
    for (const data of of('laws')) {
      assert.match(
        JSON.stringify(data['name']),
        /\(demonstration\).*عرض تجريبي.*\(demostración\).*\(démonstration\).*\(демонстрация\).*（演示）/,
      );
      assert.match(
        String(data['originalTitle']),
        /demonstration|عرض تجريبي|demostración|démonstration|демонстрация|演示/,
      );
    }
  });

  it('leave no amount open in their texts', () => {
    for (const data of of('provisions')) assert.doesNotMatch(JSON.stringify(data['wording']), /[{}][abd]|undefined|""/);
  });

  it('answer only to articles that are there', () => {
    for (const data of of('coverage')) {
      const instrument = findInstrument(String(data['treaty']));
      assert.ok(
        instrument?.articles.some(({ number }) => number === data['article']),
        `${String(data['treaty'])} ${String(data['article'])}`,
      );
    }
    const covered = new Set(of('coverage').map((data) => data['treaty']));
    assert.deepEqual([...covered].map(String).sort(), [
      'drugs-1988',
      'uncac',
      'untoc',
      'untoc-firearms',
      'untoc-som',
      'untoc-tip',
    ]);
  });
});
