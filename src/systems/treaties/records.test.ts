import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRecord, type SeedRecord } from '#engines/registers/index.ts';
import { demonstrationRecords, referenceRecords, treaties, treatyActions } from './index.ts';
import { instrumentRules } from './instrument-rules.ts';
import { readAction } from './read-action.ts';
import { actionKinds } from './status/action.ts';
import { deriveStatus } from './status/derive-status.ts';
import { statusMatrix } from './matrix.ts';

const real = [...referenceRecords()];
const invented = [...demonstrationRecords()];
const registers = [treaties, treatyActions];

function findingsOf({ register, data }: SeedRecord): string[] {
  const definition = registers.find(({ id }) => id === register);
  assert.ok(definition, register);
  return checkRecord(definition, data).findings.map(
    ({ rule, field, severity }) => `${String(data['key'])}: ${severity} ${rule} at ${field}`,
  );
}

const actionsOf = (records: readonly SeedRecord[]) =>
  records
    .flatMap(({ register, data }) => (register === 'treaty-actions' ? [readAction(String(data['key']), data)] : []))
    .filter((each) => each !== undefined);

describe('the records of treaties', () => {
  it('keep every rule of their register', () => {
    assert.deepEqual([...real, ...invented].flatMap(findingsOf), []);
  });

  it('have keys of their own, and refer to nothing that is not there', () => {
    const keys = [...real, ...invented].map(({ register, data }) => `${register}/${String(data['key'])}`);
    assert.equal(new Set(keys).size, keys.length);
    const known = new Set(keys);
    for (const { register, data } of [...real, ...invented]) {
      if (register === 'treaties') continue;
      assert.ok(known.has(`treaties/${String(data['treaty'])}`));
      for (const to of [data['withdraws'], data['objectsTo'], data['supersedes']])
        if (typeof to === 'string') assert.ok(known.has(`treaty-actions/${to}`), to);
    }
  });

  it('tell fact from invention, in the data and in the name of each', () => {
    assert.equal(real.filter(({ register }) => register === 'treaties').length, 28);
    assert.equal(
      real.some(({ demonstration }) => demonstration),
      false,
    );
    for (const { demonstration, data } of invented) {
      assert.equal(demonstration, true);
      assert.match(JSON.stringify(data['name']), /\(demonstration\).*（演示）/);
      assert.equal(data['source'], 'Demonstration, invented');
    }
  });
});

describe('the invented log', () => {
  const log = actionsOf(invented);

  it('has actions of every kind but the one that only a report needs', () => {
    const kinds = new Set(log.map(({ kind }) => kind));
    assert.deepEqual(
      actionKinds.filter((kind) => !kinds.has(kind)),
      ['consent'],
    );
    assert.ok(log.length > 1000 && log.length < 2000, String(log.length));
  });

  it('derives without a warning, and never makes a party of a protocol of who is none of the convention', () => {
    for (const treaty of instrumentRules.keys()) {
      const statuses = deriveStatus(log, treaty, instrumentRules, '2026-01-01');
      const warnings = [...statuses.values()].flatMap(({ participant, warnings: all }) =>
        all.map(({ kind }) => `${participant} ${treaty} ${kind}`),
      );
      assert.deepEqual(warnings, []);
    }
  });

  it('is the same at each call, and never counted with what is real', () => {
    assert.deepEqual([...demonstrationRecords()].slice(0, 50), invented.slice(0, 50));
    const parties = (records: readonly SeedRecord[]) =>
      statusMatrix(actionsOf(records), ['KEN', 'BTN', 'FIN'], ['untoc'], instrumentRules, '2026-01-01').counts[0]
        ?.parties;
    assert.equal(parties(real), 1, 'Bhutan');
    assert.ok((parties(invented) ?? 0) > 1);
  });
});
