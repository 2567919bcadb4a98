import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countries, findArea, findGroup, groups, groupsOf, membersOf } from '../index.ts';
import { assertSixNames, assertUnique } from '../testing/consistency.ts';
import groupTable from './groups.json' with { type: 'json' };

const ids = (group: string): string[] => membersOf(group).map(({ id }) => id);

describe('groups of countries', () => {
  it('has every group once, named in six languages, with a source and members', () => {
    assertUnique(groups.map(({ id }) => id));
    for (const group of groups) {
      assertSixNames(group.id, group.name);
      assert.notEqual(group.source, '');
      assert.ok(membersOf(group).length > 0, group.id);
    }
  });

  it('names only countries and groups that exist', () => {
    for (const [id, , , , , , , , members, parts] of groupTable.rows) {
      for (const member of members as string[])
        assert.equal(findArea(member)?.kind, 'country', `${String(id)}: ${member}`);
      for (const part of parts as string[])
        assert.ok(
          groups.some((group) => group.id === part),
          `${String(id)}: ${part}`,
        );
    }
  });

  it('divides the world into the regions of M49, each country in one of each kind', () => {
    const regions = groups.filter(({ kind }) => kind === 'm49-region').flatMap(({ id }) => ids(id));
    assertUnique(regions);
    assert.equal(regions.length, countries.length - 1); // Antarctica lies in no region
    assert.equal(ids('WORLD').length, countries.length);
  });

  it('divides the world into the eight SDG regions as well', () => {
    const all = ['202', '747', '062', '753', '419', '053', '543', '513'].flatMap(ids);
    assertUnique(all);
    assert.equal(all.length, countries.length - 1);
  });

  it('has the sizes that the lists have', () => {
    const sizes = { '199': 44, '432': 32, '722': 53, SADC: 16, CARICOM: 15, GCC: 6, LAS: 22, '143': 5, '005': 16 };
    for (const [group, size] of Object.entries(sizes)) assert.equal(ids(group).length, size, group);
  });

  it('finds a group by id, code, label and name in any language', () => {
    const expected = {
      Europe: '150',
      'southern europe': '039',
      Americas: '019',
      World: 'WORLD',
      '1': 'WORLD',
      '001': 'WORLD',
      '2': '002',
      LDC: '199',
      'Latin America & the Caribbean': '419',
      أفريقيا: '002',
      'Северная Африка': '015',
      'Asie centrale': '143',
      'Gulf States': 'GCC',
      Sahel: 'PR_SAHEL',
      'Southern Africa': '018',
    };
    for (const [word, id] of Object.entries(expected)) assert.equal(findGroup(word)?.id, id, word);
    for (const word of ['', '999', 'Atlantis']) assert.equal(findGroup(word), undefined);
    assert.throws(() => membersOf('Atlantis'), { name: 'RangeError', message: /Atlantis/ });
  });

  it('puts a part of a country where the country is, and a region below its regions', () => {
    assert.deepEqual(groupsOf('GBR_NI'), groupsOf('GBR'));
    const of = (code: string): string[] => groupsOf(code).map(({ id }) => id);
    assert.deepEqual(of('039'), ['WORLD', '150']);
    assert.deepEqual(
      of('KEN').filter((id) => /^\d|W/.test(id)),
      ['WORLD', '002', '202', '014'],
    );
    assert.ok(of('AFG').includes('199') && of('AFG').includes('432'));
    assert.deepEqual(of('nowhere'), []);
  });

  it('says of each programme region that its members are not confirmed', () => {
    for (const group of groups)
      assert.equal(
        group.membersUnverified,
        group.kind === 'programme-region' || group.kind === 'organization',
        group.id,
      );
  });
});
