import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildRegistry } from '../registry/build-registry.ts';
import { sdmxRoutes } from './routes.ts';
import { conformanceRelease } from './testing/conformance-data.ts';
import { prisonReleases, prisons } from './testing/flows.ts';
import { memoryStore } from './testing/memory-store.ts';
import { jsonFaults, noJsonCheck, noXmlCheck, xmlFaults } from './testing/published-schemas.ts';

const noXml = noXmlCheck() ?? false;
const noJson = noJsonCheck() ?? false;

describe('answers are valid against the published schemas', () => {
  let app: ReturnType<typeof sdmxRoutes>;
  let close: () => void;
  before(async () => {
    const store = await memoryStore([conformanceRelease(), ...prisonReleases]);
    close = store.close;
    const registry = buildRegistry({ flows: [prisons], conformance: true });
    app = sdmxRoutes({ registry, store, clock: () => new Date('2025-01-01T00:00:00Z'), origin: 'https://example.org' });
  });
  after(() => close());
  const get = async (address: string, accept = '*/*') => {
    const response = await app.request(`/sdmx/${address}`, { headers: { accept } });
    return { status: response.status, text: await response.text() };
  };
  const xmlFormat = (name: string) => `application/vnd.sdmx.${name}+xml;version=2.1`;
  const layouts = [
    '',
    '?dimensionAtObservation=AllDimensions',
    '?dimensionAtObservation=SEX',
    '?detail=serieskeysonly',
    '?detail=dataonly',
    '?includeHistory=true',
  ];

  it('structures as SDMX-ML 2.1', { skip: noXml }, async () => {
    for (const address of [
      'rest/structure/all/all/all',
      'rest/dataflow/all/all/all?detail=allstubs',
      'rest/codelist/TEST/CL_AREA/1.0/PER',
      'rest/datastructure/all/all/all?references=all&detail=referencepartial',
      'rest/availableconstraint/PRISONS?references=all',
    ]) {
      const { status, text } = await get(address);
      assert.equal(status, 200, address);
      assert.equal(xmlFaults('2.1', text), '', address);
    }
  });

  it('structures as SDMX-ML 3.0', { skip: noXml }, async () => {
    for (const address of [
      'v2/structure',
      'v2/structure/dataflow?detail=allstubs',
      'v2/availability/dataflow/TEST/PRISONS?references=all',
    ]) {
      const { status, text } = await get(address, 'application/xml');
      assert.equal(status, 200, address);
      assert.equal(xmlFaults('3.0', text), '', address);
    }
  });

  it('generic data', { skip: noXml }, async () => {
    for (const layout of layouts) {
      const { status, text } = await get(`rest/data/PRISONS${layout}`, xmlFormat('genericdata'));
      assert.equal(status, 200, layout);
      assert.equal(xmlFaults('2.1', text), '', layout);
    }
    const series = await get('rest/data/PRISONS', xmlFormat('generictimeseriesdata'));
    assert.equal(xmlFaults('2.1', series.text), '');
  });

  it('structure-specific data 2.1, against the schema that the service gives for them', { skip: noXml }, async () => {
    for (const layout of layouts) {
      const at = /dimensionAtObservation=\w+/.exec(layout)?.[0] ?? 'dimensionAtObservation=TIME_PERIOD';
      const schema = await get(`rest/schema/dataflow/TEST/PRISONS/1.0?${at}`, xmlFormat('schema'));
      const { status, text } = await get(`rest/data/PRISONS${layout}`, xmlFormat('structurespecificdata'));
      assert.equal(status, 200, layout);
      assert.equal(xmlFaults('2.1', text, [schema.text]), '', layout);
    }
    const schema = await get('rest/schema/dataflow/TEST/PRISONS/1.0');
    const series = await get('rest/data/PRISONS', xmlFormat('structurespecifictimeseriesdata'));
    assert.equal(xmlFaults('2.1', series.text, [schema.text]), '');
  });

  it('data 3.0, against the schema that the service gives for them', { skip: noXml }, async () => {
    for (const at of ['TIME_PERIOD', 'AllDimensions', 'SEX']) {
      const schema = await get(
        `v2/schema/dataflow/TEST/PRISONS/1.0.0?dimensionAtObservation=${at}`,
        'application/vnd.sdmx.schema+xml;version=3.0.0',
      );
      const { status, text } = await get(
        `v2/data/dataflow/TEST/PRISONS?dimensionAtObservation=${at}`,
        'application/vnd.sdmx.data+xml;version=3.0.0',
      );
      assert.equal(status, 200, at);
      assert.equal(xmlFaults('3.0', text, [schema.text]), '', at);
    }
  });

  it('the schema refuses a code that is not allowed', { skip: noXml }, async () => {
    const schema = await get('rest/schema/dataflow/TEST/PRISONS/1.0');
    const { text } = await get('rest/data/PRISONS', xmlFormat('structurespecificdata'));
    assert.match(xmlFaults('2.1', text.replace('REF_AREA="KEN"', 'REF_AREA="XXX"'), [schema.text]), /XXX/);
  });

  it('errors', { skip: noXml }, async () => {
    assert.equal(xmlFaults('2.1', (await get('rest/data/NOTHING')).text), '');
    assert.equal(xmlFaults('3.0', (await get('v2/data/dataflow/X/NOTHING', 'application/xml')).text), '');
  });

  it('SDMX-JSON 1.0', { skip: noJson }, async () => {
    for (const layout of layouts) {
      const { text } = await get(`rest/data/PRISONS${layout}`, 'application/vnd.sdmx.data+json;version=1.0.0');
      assert.equal(jsonFaults('data-1.0', JSON.parse(text)), '', layout);
    }
    const structures = await get('rest/structure/all/all/all', 'application/vnd.sdmx.structure+json;version=1.0.0');
    assert.equal(jsonFaults('structure-1.0', JSON.parse(structures.text)), '');
  });

  it('SDMX-JSON 2.0', { skip: noJson }, async () => {
    for (const query of [
      '',
      '?dimensionAtObservation=AllDimensions',
      '?dimensionAtObservation=SEX',
      '?attributes=none&measures=none',
      '?measures=none',
      '?includeHistory=true',
    ]) {
      const { text, status } = await get(
        `v2/data/dataflow/TEST/PRISONS${query}`,
        'application/vnd.sdmx.data+json;version=2.0.0',
      );
      assert.equal(status, 200, query);
      assert.equal(jsonFaults('data-2.0', JSON.parse(text)), '', query);
    }
    const everything = await get('v2/data', 'application/vnd.sdmx.data+json;version=2.0.0');
    assert.equal(jsonFaults('data-2.0', JSON.parse(everything.text)), '');
    const structures = await get('v2/structure', 'application/vnd.sdmx.structure+json;version=2.0.0');
    assert.equal(jsonFaults('structure-2.0', JSON.parse(structures.text)), '');
  });
});
