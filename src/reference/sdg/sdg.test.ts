import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSdg, sdgEntries } from '../index.ts';
import { assertParents, assertSixNames, assertUnique } from '../testing/consistency.ts';

describe('sustainable development goals', () => {
  it('has every entry once, below the one it belongs to, with its title in six languages', () => {
    assertUnique(sdgEntries.map(({ code }) => code));
    assertParents(sdgEntries.map(({ code, parent }) => ({ id: code, ...(parent === undefined ? {} : { parent }) })));
    for (const { code, title, short } of sdgEntries) {
      assertSixNames(code, title);
      assert.ok(short.length < 75, code);
    }
  });

  it('has the twelve targets and twenty-four indicators of Goal 16', () => {
    const of16 = (kind: string): number =>
      sdgEntries.filter((entry) => entry.kind === kind && entry.code.startsWith('16')).length;
    assert.deepEqual([of16('goal'), of16('target'), of16('indicator')], [1, 12, 24]);
  });

  it('has the indicators of other goals that the programme answers for', () => {
    for (const code of ['3.5.1', '5.2.1', '5.2.2', '11.7.2', '15.7.1', '15.c.1'])
      assert.equal(findSdg(code)?.kind, 'indicator', code);
    assert.equal(findSdg('16.3.2')?.title.en, 'Unsentenced detainees as a proportion of overall prison population');
    assert.equal(findSdg('16.A.1')?.parent, '16.a');
    assert.equal(findSdg('17.1'), undefined);
  });
});
