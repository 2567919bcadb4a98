import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareVersions, fromLegacyVersion, selectVersions, toLegacyVersion } from './version.ts';

describe('versions', () => {
  it('are two-part for 1.x clients where the patch is 0, and come back the same', () => {
    assert.equal(toLegacyVersion('1.0.0'), '1.0');
    assert.equal(toLegacyVersion('1.2.3'), '1.2.3');
    assert.equal(fromLegacyVersion('1'), '1.0.0');
    fc.assert(
      fc.property(fc.tuple(fc.nat(), fc.nat(), fc.nat()), (numbers) => {
        const version = numbers.join('.');
        assert.equal(fromLegacyVersion(toLegacyVersion(version)), version);
      }),
    );
  });

  it('are ordered by number, drafts before their release', () => {
    const ordered = ['0.9.0', '1.0.0-draft', '1.0.0', '1.2.0', '1.10.0', '2.0.0'];
    assert.deepEqual(ordered.toReversed().toSorted(compareVersions), ordered);
  });

  it('are chosen as the REST API says', () => {
    const available = ['1.0.0', '1.1.0', '1.1.1', '2.0.0', '2.1.0-draft'];
    const chosen = (wanted: string) => selectVersions(available, wanted);
    assert.deepEqual(chosen('*'), available);
    assert.deepEqual(chosen('~'), ['2.1.0-draft']);
    assert.deepEqual(chosen('+'), ['2.0.0']);
    assert.deepEqual(chosen('1.1.0'), ['1.1.0']);
    assert.deepEqual(chosen('1.+.0'), ['1.1.1']);
    assert.deepEqual(chosen('1.1.*'), ['1.1.0', '1.1.1']);
    assert.deepEqual(chosen('1.0+.0'), ['1.1.1']);
    assert.deepEqual(chosen('1+.1.1'), ['2.0.0']);
    assert.deepEqual(chosen('3.0.0'), []);
  });
});
