import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listed } from '../codelists.ts';
import { prisons } from '../sdmx/testing/flows.ts';
import { codesWithin, nameOf } from './artefact.ts';
import { buildRegistry } from './build-registry.ts';
import { referencesOf } from './references-of.ts';

describe('a registry derived from definitions', () => {
  const registry = buildRegistry({
    flows: [prisons],
    agencies: { TEST: 'The test agency', 'TEST.SUB': 'Its part' },
    themes: [{ id: 'CRIME', name: 'Crime', children: [{ id: 'JUSTICE', name: 'Justice', children: [] }] }],
  });
  const names = registry.artefacts.map(nameOf);

  it('holds every artefact that a flow makes', () => {
    for (const name of [
      'agencyscheme=SDMX:AGENCIES(1.0.0)',
      'agencyscheme=TEST:AGENCIES(1.0.0)',
      'dataproviderscheme=TEST:DATA_PROVIDERS(1.0.0)',
      'provisionagreement=TEST:PRISONS_TEST(1.0.0)',
      'dataflow=TEST:PRISONS(1.0.0)',
      'datastructure=TEST:DSD_PRISONS(1.0.0)',
      'conceptscheme=TEST:CS_DSD_PRISONS(1.0.0)',
      'codelist=TEST:CL_AREA(1.0.0)',
      'hierarchicalcodelist=TEST:H_CL_AREA(1.0.0)',
      'categoryscheme=TEST:THEMES(1.0.0)',
      'categorisation=TEST:PRISONS_JUSTICE(1.0.0)',
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(!names.includes('hierarchicalcodelist=TEST:H_CL_SEX(1.0.0)'), 'a flat list makes no hierarchy');
    assert.ok(
      names.every((name) => !name.includes('CONFORMANCE')),
      'conformance artefacts are off by default',
    );
  });

  it('leaves no reference open, with conformance artefacts too', () => {
    const whole = buildRegistry({ flows: [prisons], conformance: true });
    const known = new Set(whole.artefacts.map(nameOf));
    for (const edition of ['2.1', '3.0'] as const) {
      for (const artefact of whole.artefacts) {
        for (const reference of referencesOf(artefact, edition))
          assert.ok(known.has(nameOf(reference)), nameOf(reference));
      }
    }
  });

  it('files a flow under its theme by the full path', () => {
    const filed = registry.artefacts.find((artefact) => artefact.kind === 'categorisation');
    assert.equal(filed?.target.item, 'CRIME.JUSTICE');
  });

  it('knows the groups of countries that its list of areas can be gathered by', () => {
    const area = listed('CL_AREA');
    const [first, ...rest] = prisons.structure.dimensions;
    assert.ok(first !== undefined);
    const flow = {
      ...prisons,
      structure: { ...prisons.structure, dimensions: [{ ...first, codelist: area }, ...rest] },
    };
    const made = buildRegistry({ flows: [flow] });
    const trees = made.artefacts.filter((artefact) => artefact.kind === 'hierarchicalcodelist');
    assert.deepEqual(
      trees.filter(({ agency }) => agency === 'MANDATA').map(({ id }) => id),
      ['H_CL_AREA', 'H_SDG_REGION', 'H_DEVELOPMENT', 'H_ORGANIZATION', 'H_PROGRAMME_REGION'],
    );
    const sahel = trees.find(({ id }) => id === 'H_PROGRAMME_REGION')?.codes.find(({ id }) => id === 'PR_SAHEL');
    assert.deepEqual(
      sahel?.children.map(({ code }) => code.item),
      ['BFA', 'MLI', 'MRT', 'NER', 'TCD'],
    );
    // A country may be in several groups: what a parent in the list of areas cannot say.
    const groupsOfKenya = trees.flatMap(({ codes }) =>
      codes.filter(({ children }) => children.some(({ code }) => code.item === 'KEN')).map(({ id }) => id),
    );
    assert.ok(groupsOfKenya.length > 1);
    const known = new Set(made.artefacts.map(nameOf));
    for (const { codes } of trees) {
      const ids = codesWithin(codes).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, 'SDMX 3.0 wants each id once in a hierarchy');
    }
    for (const tree of trees)
      for (const reference of referencesOf(tree, '2.1')) {
        assert.ok(known.has(nameOf(reference)));
        const list = made.find({ ...reference, kind: 'codelist' });
        assert.ok(
          'item' in reference && list?.items.some(({ id }) => id === reference.item),
          JSON.stringify(reference),
        );
      }
  });

  it('survives parents that go round in a circle', () => {
    const [first, ...rest] = prisons.structure.dimensions;
    assert.ok(first !== undefined);
    const circle = {
      ...first.codelist,
      codes: [
        { id: 'A', name: 'A', parent: 'B' },
        { id: 'B', name: 'B', parent: 'A' },
      ],
    };
    const flow = {
      ...prisons,
      structure: { ...prisons.structure, dimensions: [{ ...first, codelist: circle }, ...rest] },
    };
    const hierarchy = buildRegistry({ flows: [flow] }).artefacts.find(
      (artefact) => artefact.kind === 'hierarchicalcodelist',
    );
    assert.deepEqual(
      hierarchy?.codes.map(({ id }) => id),
      ['A', 'B'],
    );
  });
});
