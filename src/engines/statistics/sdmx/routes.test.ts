import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { aService } from './testing/ask.ts';

describe('SDMX services', () => {
  let service: Awaited<ReturnType<typeof aService>>;
  before(async () => {
    service = await aService();
  });
  after(() => service.close());
  const csv = { accept: 'application/vnd.sdmx.data+csv;version=1.0.0' };

  it('gives the release in force as SDMX-CSV 1.0, with the exact media type', async () => {
    const { status, headers, text } = await service.ask('rest/data/TEST,PRISONS,1.0/KEN', csv);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/vnd.sdmx.data+csv;version=1.0.0');
    assert.equal(
      text,
      'DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT\n' +
        'TEST:PRISONS(1.0),KEN,F,2020,10,A,\n' +
        'TEST:PRISONS(1.0),KEN,F,2021,12,A,\n' +
        'TEST:PRISONS(1.0),KEN,F,2022-Q1,3,A,\n',
    );
  });

  it('lets no text that a person wrote become a formula', async () => {
    const { text } = await service.ask('rest/data/PRISONS/PER.F', csv);
    assert.match(text, /,PER,F,2020,,Q,"'=1\+1 <hidden> ""5"""\n$/);
  });

  it('answers the same with and without a vocabulary', async () => {
    const narrow = await service.ask('rest/data/PRISONS/PER.F', csv);
    await service.ask('rest/data/PRISONS', csv);
    assert.equal((await service.ask('rest/data/PRISONS/PER.F', csv)).text, narrow.text);
  });

  it('keeps whole periods within startPeriod and endPeriod', async () => {
    const periods = async (query: string) =>
      (await service.ask(`rest/data/PRISONS/KEN.F?${query}`, csv)).text
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[3]);
    assert.deepEqual(await periods('endPeriod=2021-12'), ['2020', '2021']);
    assert.deepEqual(await periods('startPeriod=2021-02'), ['2022-Q1']);
    assert.deepEqual(await periods('startPeriod=2021&endPeriod=2022-02'), ['2021']);
  });

  it('counts observations from either end of each series', async () => {
    const count = async (query: string) =>
      (await service.ask(`rest/data/PRISONS?${query}`, csv)).text.trim().split('\n').length - 1;
    assert.equal(await count('lastNObservations=1'), 2);
    assert.equal(await count('firstNObservations=1&lastNObservations=1'), 3);
  });

  it('says what was replaced and what is gone since a moment', async () => {
    const { text } = await service.ask('v2/data/dataflow/TEST/PRISONS?updatedAfter=2023-06-01T00:00:00Z', {
      accept: 'application/vnd.sdmx.data+csv;version=2.0.0',
    });
    assert.equal(
      text,
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT\n' +
        'dataflow,TEST:PRISONS(1.0.0),R,KEN,F,2021,12,A,\n' +
        'dataflow,TEST:PRISONS(1.0.0),R,KEN,F,2022-Q1,3,A,\n' +
        'dataflow,TEST:PRISONS(1.0.0),D,KEN,M,2020,100,A,\n',
    );
  });

  it('gives the data as they were', async () => {
    const { text } = await service.ask('v2/data/dataflow/TEST/PRISONS/*/KEN.F?asOf=2023-12-31T00:00:00Z&format=csv');
    assert.match(text, /,KEN,F,2021,11.5,A,\n$/);
  });

  it('gives every release when history is asked for', async () => {
    const { text } = await service.ask('rest/data/PRISONS?includeHistory=true&format=structurespecificdata');
    assert.deepEqual(text.match(/valid(From|To)Date="[^"]+"/g), [
      'validFromDate="2023-05-01T08:00:00Z"',
      'validToDate="2024-05-01T08:00:00Z"',
      'validFromDate="2024-05-01T08:00:00Z"',
    ]);
  });

  it('filters by component with operators', async () => {
    const rows = async (filter: string) =>
      (await service.ask(`v2/data/dataflow/TEST/PRISONS?format=csv&${filter}`)).text
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',').slice(3, 6).join(' '));
    assert.deepEqual(await rows('c[OBS_VALUE]=ge:10'), ['KEN F 2020', 'KEN F 2021']);
    assert.deepEqual(await rows('c[REF_AREA]=PER,sw:XX'), ['PER F 2020']);
    assert.deepEqual(await rows('c[TIME_PERIOD]=ge:2021+le:2021-12'), ['KEN F 2021']);
    assert.deepEqual(await rows('c[COMMENT]=co:hidden'), ['PER F 2020']);
  });

  it('refuses in words, with SDMX codes', async () => {
    const refused = async (address: string, accept = '*/*') => {
      const { status, text } = await service.ask(address, { accept });
      return [status, /code="(\d+)"/.exec(text)?.[1] ?? /"code":(\d+)/.exec(text)?.[1]];
    };
    assert.deepEqual(await refused('rest/data/NOTHING'), [404, '100']);
    assert.deepEqual(await refused('rest/data/PRISONS/W'), [404, '100']);
    assert.deepEqual(await refused('rest/data/PRISONS/KEN.F.A.B'), [400, '140']);
    assert.deepEqual(await refused('rest/data/PRISONS?startPeriod=soon'), [400, '140']);
    assert.deepEqual(await refused('rest/data/PRISONS?lastN=1'), [400, '140']);
    assert.deepEqual(await refused('rest/nonsense'), [400, '140']);
    assert.deepEqual(await refused('rest/metadata/X'), [501, '501']);
    assert.deepEqual(await refused('v2/data/dataflow/TEST/NOTHING', 'application/json'), [404, '100']);
    const unacceptable = await service.ask('rest/codelist', { accept: 'image/png' });
    assert.equal(unacceptable.status, 406);
    assert.match(unacceptable.text, /not offered as “image\/png”/);
  });

  it('answers 304 to a client whose copy is good, by tag and by date of either form', async () => {
    const { headers } = await service.ask('rest/data/PRISONS');
    const again = (header: Record<string, string>) =>
      service.ask('rest/data/PRISONS', header).then(({ status }) => status);
    assert.equal(await again({ 'if-none-match': headers.get('etag') ?? '' }), 304);
    assert.equal(await again({ 'if-none-match': '"other"' }), 200);
    assert.equal(await again({ 'if-modified-since': headers.get('last-modified') ?? '' }), 304);
    assert.equal(await again({ 'if-modified-since': '2024-06-01T00:00:00.000Z' }), 304);
    assert.equal(await again({ 'if-modified-since': '2024-01-01T00:00:00.000Z' }), 200);
  });

  it('compresses for who takes gzip', async () => {
    const response = await service.app.request('/sdmx/rest/data/PRISONS?format=csv', {
      headers: { 'accept-encoding': 'br, gzip;q=0.8' },
    });
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.match(gunzipSync(Buffer.from(await response.arrayBuffer())).toString(), /^DATAFLOW,/);
    const plain = await service.app.request('/sdmx/rest/data/PRISONS?format=csv', {
      headers: { 'accept-encoding': 'gzip;q=0' },
    });
    assert.equal(plain.headers.get('content-encoding'), null);
  });

  it('shows names in the language asked for', async () => {
    const { text, headers } = await service.ask('rest/data/PRISONS/PER', {
      accept: 'application/vnd.sdmx.data+csv;version=1.0.0;labels=both',
      'accept-language': 'fr-CH, en;q=0.5',
    });
    assert.equal(headers.get('content-language'), 'fr');
    assert.match(text, /^DATAFLOW,REF_AREA: Zone,SEX: Sexe,TIME_PERIOD: Période,OBS_VALUE,/);
    assert.match(text, /\nTEST:PRISONS\(1\.0\): Prisons,PER: Pérou,F: Femmes,2020,,Q: Suppressed,/);
  });

  it('prefers by quality and lets format decide', async () => {
    const type = async (accept: string, query = '') =>
      (await service.ask(`rest/codelist${query}`, { accept })).headers.get('content-type');
    const [xml, json] = [
      'application/vnd.sdmx.structure+xml;version=2.1',
      'application/vnd.sdmx.structure+json;version=1.0.0',
    ];
    assert.equal(await type('*/*'), xml);
    assert.equal(await type(`${xml};q=0.5, ${json}`), json);
    assert.equal(await type('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'), xml);
    assert.equal(await type('*/*', '?format=sdmx-json'), json);
    assert.equal(
      await type('application/vnd.sdmx.structure+json;version=1.0'),
      'application/vnd.sdmx.structure+json;version=1.0',
    );
  });
});
