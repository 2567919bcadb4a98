import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildRegistry } from '../registry/build-registry.ts';
import { sdmxRoutes } from './routes.ts';
import { prisonReleases, prisons } from './testing/flows.ts';
import { memoryStore } from './testing/memory-store.ts';

describe('structure queries', () => {
  let app: ReturnType<typeof sdmxRoutes>;
  let close: () => void;
  before(async () => {
    const store = await memoryStore(prisonReleases);
    close = store.close;
    const registry = buildRegistry({
      flows: [prisons, { ...prisons, id: 'LATER', version: '1.2.0', themes: [] }],
      artefacts: [
        {
          kind: 'contentconstraint',
          agency: 'TEST',
          id: 'ALLOWED',
          version: '1.0.0',
          name: 'Allowed',
          type: 'Allowed',
          attachedTo: { kind: 'dataflow', agency: 'TEST', id: 'PRISONS', version: '1.0.0' },
          region: { REF_AREA: ['KEN'] },
        },
      ],
    });
    app = sdmxRoutes({ registry, store, clock: () => new Date(), origin: 'https://example.org' });
  });
  after(() => close());
  const xml = async (address: string) => {
    const response = await app.request(`/sdmx/${address}`, { headers: { accept: 'application/xml' } });
    return response.text();
  };
  /** Elements with an agency, as `Codelist CL_SEX`. */
  const found = async (address: string) =>
    [...(await xml(address)).matchAll(/<str:(\w+) id="([^"]+)" agencyID=/g)]
      .map((match) => `${match[1]} ${match[2]}`)
      .toSorted();
  const codes = async (address: string) =>
    [...(await xml(address)).matchAll(/<str:Code id="([^"]+)"/g)].map((match) => match[1]);

  it('find by agency, id and version of either form', async () => {
    assert.deepEqual(await found('rest/dataflow/TEST/PRISONS/1.0'), ['Dataflow PRISONS']);
    assert.deepEqual(await found('rest/dataflow/TEST/LATER'), ['Dataflow LATER']);
    assert.deepEqual(await found('v2/structure/dataflow/TEST/LATER/1.0+.0'), ['Dataflow LATER']);
    assert.deepEqual(await found('v2/structure/dataflow/TEST/LATER,PRISONS'), ['Dataflow LATER', 'Dataflow PRISONS']);
    assert.match(await xml('rest/dataflow/TEST/NONE'), /code="100"/);
  });

  it('bring what is asked for with them', async () => {
    assert.deepEqual(await found('rest/dataflow/TEST/PRISONS?references=children'), [
      'DataStructure DSD_PRISONS',
      'Dataflow PRISONS',
    ]);
    assert.deepEqual(await found('rest/dataflow/TEST/PRISONS?references=parents'), [
      'Categorisation PRISONS_JUSTICE',
      'ContentConstraint ACTUAL_PRISONS',
      'ContentConstraint ALLOWED',
      'Dataflow PRISONS',
      'ProvisionAgreement PRISONS_TEST',
    ]);
    assert.deepEqual(await found('rest/dataflow/TEST/PRISONS?references=datastructure'), [
      'DataStructure DSD_PRISONS',
      'Dataflow PRISONS',
    ]);
    const all = await found('v2/structure/dataflow/TEST/PRISONS?references=descendants');
    assert.ok(all.includes('Codelist CL_AREA') && all.includes('ConceptScheme CS_DSD_PRISONS'));
  });

  it('cut a list to the items asked for', async () => {
    assert.deepEqual(await codes('rest/codelist/TEST/CL_SEX/1.0/F+M'), ['F', 'M']);
    assert.match(await xml('rest/codelist/TEST/CL_SEX/1.0/F+M'), /isPartial="true"/);
    assert.deepEqual(await codes('v2/structure/codelist/TEST/CL_SEX/1.0.0/F'), ['F']);
  });

  it('cut referenced lists to what constraints allow, ancestors kept', async () => {
    const text = await xml('rest/dataflow/TEST/PRISONS?references=descendants&detail=referencepartial');
    const area = /<str:Codelist id="CL_AREA".*?<\/str:Codelist>/s.exec(text)?.[0] ?? '';
    assert.deepEqual(
      [...area.matchAll(/<str:Code id="([^"]+)"/g)].map((match) => match[1]),
      ['W', 'KEN'],
    );
    assert.match(area, /isPartial="true"/);
  });

  it('are answered with stubs, complete or not', async () => {
    const stub = await xml('rest/datastructure/TEST/DSD_PRISONS?detail=allstubs');
    assert.match(
      stub,
      /isExternalReference="true" structureURL="https:\/\/example.org\/sdmx\/rest\/datastructure\/TEST\/DSD_PRISONS\/1.0"/,
    );
    assert.doesNotMatch(stub, /Description|DataStructureComponents/);
    assert.match(await xml('rest/datastructure/TEST/DSD_PRISONS?detail=allcompletestubs'), /Description/);
    const mixed = await xml('rest/dataflow/TEST/PRISONS?detail=referencestubs&references=children');
    assert.match(mixed, /<str:Dataflow .*<str:Structure>.*<str:DataStructure [^>]*isExternalReference="true"/s);
  });

  it('say what data there are', async () => {
    const text = await xml('rest/availableconstraint/PRISONS/KEN?mode=available');
    const values = (id: string) =>
      [
        ...(new RegExp(`<com:KeyValue id="${id}">(.*?)</com:KeyValue>`).exec(text)?.[1] ?? '').matchAll(
          /<com:Value>([^<]+)/g,
        ),
      ].map((match) => match[1]);
    assert.deepEqual(values('REF_AREA'), ['KEN', 'PER']);
    assert.deepEqual(values('SEX'), ['F']);
    assert.match(text, /ReferencePeriod startTime="2020-01-01T00:00:00Z" endTime="2022-03-31T23:59:59Z"/);
    assert.deepEqual(await codes('rest/availableconstraint/PRISONS/PER?references=codelist'), ['W', 'PER', 'F']);
    assert.match(await xml('rest/availableconstraint/PRISONS/W'), /code="100"/);
  });
});

describe('what an actor may not see', () => {
  it('is not there: neither as data, nor as availability, nor as a constraint', async () => {
    const [first] = prisonReleases;
    assert.ok(first !== undefined);
    const store = await memoryStore([{ ...first, seenBy: ['operator'] }]);
    const app = sdmxRoutes({
      registry: buildRegistry({ flows: [prisons] }),
      store,
      clock: () => new Date(),
      origin: 'https://example.org',
    });
    const status = async (address: string) => (await app.request(`/sdmx/${address}`)).status;
    assert.equal(await status('rest/data/PRISONS'), 404);
    assert.equal(await status('v2/data'), 404);
    assert.equal(await status('rest/availableconstraint/PRISONS'), 404);
    assert.equal(await status('rest/actualconstraint'), 404);
    store.close();
  });
});
