import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { readXml } from '#kernel/xml/index.ts';
import { buildRegistry } from '../registry/build-registry.ts';
import { makeSdmx } from './routes.ts';
import { prisons } from './testing/flows.ts';
import { type FixtureRow, memoryStore } from './testing/memory-store.ts';

// The law: whatever the format and however it was read, an answer decodes to the observations that a plain filter keeps.

type Observation = Readonly<Record<string, string>>;

const area = fc.constantFrom('W', 'KEN', 'PER');
const sex = fc.constantFrom('_T', 'F', 'M');
const period = fc.constantFrom('2019', '2020', '2021', '2021-Q3');
const awkward = fc.constantFrom(
  'plain',
  'a "quoted", text',
  'two\nlines',
  "<tag> & 'more'",
  'é漢字',
  '  spaces  ',
  '\u0007bell',
);
const rows = fc
  .uniqueArray(
    fc.record({
      key: fc.tuple(area, sex),
      period,
      value: fc.option(
        fc.oneof(
          fc.integer({ min: -1000, max: 1_000_000 }),
          fc.double({ min: -1e6, max: 1e6, noNaN: true }),
          fc.constant(1e21),
        ),
        { nil: undefined },
      ),
      status: fc.option(fc.constantFrom('A', 'Q'), { nil: undefined }),
      comment: fc.option(awkward, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 20, selector: (row) => [...row.key, row.period].join('.') },
  )
  .map((list) =>
    list
      .toSorted((a, b) => ([...a.key, a.period].join('.') < [...b.key, b.period].join('.') ? -1 : 1))
      .map(({ key, period: at, value, status, comment }): FixtureRow => ({
        key,
        period: at,
        ...(value === undefined ? {} : { value: Object.is(value, -0) ? 0 : value }),
        attributes: {
          ...(status === undefined ? {} : { OBS_STATUS: status }),
          ...(comment === undefined ? {} : { COMMENT: comment }),
        },
      })),
  );

/** An observation as every format can say it. XML 1.0 cannot hold control characters. */
function plain(row: FixtureRow, xml: boolean): Observation {
  const { COMMENT: comment, ...attributes } = row.attributes ?? {};
  const text = xml ? comment?.replaceAll('\u0007', '') : comment;
  return {
    REF_AREA: row.key[0] ?? '',
    SEX: row.key[1] ?? '',
    TIME_PERIOD: row.period,
    ...(row.value === undefined ? {} : { OBS_VALUE: String(row.value) }),
    ...attributes,
    ...(text === undefined ? {} : { COMMENT: text }),
  };
}

const ordered = (list: readonly Observation[]) =>
  list.map((one) => JSON.stringify(Object.fromEntries(Object.entries(one).toSorted()))).toSorted();

function fromCsv(text: string): Observation[] {
  const records: Record<string, string>[] = parse(text, { columns: true });
  const about = ['DATAFLOW', 'STRUCTURE', 'STRUCTURE_ID', 'ACTION'];
  return records.map((record) =>
    Object.fromEntries(Object.entries(record).filter(([name, value]) => value !== '' && !about.includes(name))),
  );
}

interface JsonComponent {
  readonly id: string;
  readonly keyPosition?: number;
  readonly values?: readonly ({ readonly id?: string; readonly name?: string; readonly value?: string } | null)[];
}
interface JsonData {
  readonly data: {
    readonly dataSets: readonly {
      readonly observations?: Readonly<Record<string, readonly (number | string | null)[]>>;
      readonly series?: Readonly<
        Record<string, { readonly observations: Readonly<Record<string, readonly (number | string | null)[]>> }>
      >;
    }[];
    readonly structure?: JsonShape;
    readonly structures?: readonly JsonShape[];
  };
}
interface JsonShape {
  readonly dimensions: { readonly series: readonly JsonComponent[]; readonly observation: readonly JsonComponent[] };
  readonly attributes: { readonly observation: readonly JsonComponent[] };
}

function fromJson(text: string): Observation[] {
  const { data }: JsonData = JSON.parse(text);
  const shape = data.structure ?? data.structures?.[0];
  const [set] = data.dataSets;
  assert.ok(shape !== undefined && set !== undefined);
  const valueOf = (component: JsonComponent | undefined, index: number | string): string => {
    const value = component?.values?.[Number(index)];
    return value?.id ?? value?.value ?? value?.name ?? `no value ${index} of ${component?.id}`;
  };
  const keyed = (components: readonly JsonComponent[], key: string) =>
    key === ''
      ? {}
      : Object.fromEntries(
          key.split(':').map((index, place) => [components[place]?.id ?? '', valueOf(components[place], index)]),
        );
  const series: [string, Readonly<Record<string, readonly (number | string | null)[]>>][] =
    set.observations === undefined
      ? Object.entries(set.series ?? {}).map(([key, one]) => [key, one.observations])
      : [['', set.observations]];
  return series.flatMap(([seriesKey, observations]) =>
    Object.entries(observations).map(([key, [value, ...cells]]) => ({
      ...keyed(shape.dimensions.series, seriesKey),
      ...keyed(shape.dimensions.observation, key),
      ...(value === null || value === undefined ? {} : { OBS_VALUE: String(value) }),
      ...Object.fromEntries(
        cells.flatMap((cell, place) => {
          const attribute = shape.attributes.observation[place];
          if (cell === null || attribute === undefined) return [];
          return [[attribute.id, attribute.values === undefined ? String(cell) : valueOf(attribute, cell)]];
        }),
      ),
    })),
  );
}

/** Both kinds of SMDX-ML data: attributes of Series and Obs, or Value, ObsDimension and ObsValue elements. */
async function fromXml(text: string): Promise<Observation[]> {
  const found: Observation[] = [];
  let series: Record<string, string> = {};
  let observation: Record<string, string> = {};
  let inSeries = false;
  let inObservation = false;
  await readXml(text, {
    open: ({ local, attributes }) => {
      const named = Object.fromEntries([...attributes].filter(([name]) => !name.includes('}') && !name.includes('{')));
      if (local === 'Series') [series, inSeries] = [named, true];
      if (local === 'Obs') [observation, inObservation] = [named, true];
      const value = attributes.get('value') ?? '';
      if (local === 'Value' && attributes.has('id'))
        (inObservation ? observation : series)[attributes.get('id') ?? ''] = value;
      if (local === 'ObsDimension') observation[attributes.get('id') ?? 'TIME_PERIOD'] = value;
      if (local === 'ObsValue') observation['OBS_VALUE'] = value;
    },
    close: ({ local }) => {
      if (local === 'Obs') {
        found.push({ ...(inSeries ? series : {}), ...observation });
        [observation, inObservation] = [{}, false];
      }
      if (local === 'Series') inSeries = false;
    },
  });
  return found;
}

describe('every format decodes to the same observations', () => {
  const keys = fc.constantFrom('all', 'KEN', '.F', 'KEN+PER.F', '.', 'W._T+M');
  const layouts = fc.constantFrom('', 'AllDimensions', 'SEX', 'REF_AREA');

  it('with and without a vocabulary, whatever is at the observation', async () => {
    await fc.assert(
      fc.asyncProperty(rows, keys, layouts, fc.boolean(), async (list, key, layout, warmed) => {
        const store = await memoryStore([
          { flow: prisons, release: 1, releasedAt: new Date('2024-01-01'), rows: list },
        ]);
        try {
          const { routes, warm } = makeSdmx({
            registry: buildRegistry({ flows: [prisons] }),
            store,
            clock: () => new Date(),
            origin: 'https://example.org',
          });
          if (warmed) await warm();
          const wanted =
            key === 'all' ? [] : key.split('.').map((part) => part.split('+').filter((value) => value !== ''));
          const kept = list.filter((row) =>
            wanted.every((values, place) => values.length === 0 || values.includes(row.key[place] ?? '')),
          );
          const at = layout === '' ? '' : `&dimensionAtObservation=${layout}`;
          const ask = async (format: string) => {
            const response = await routes.request(
              `/sdmx/rest/data/PRISONS/${key}?format=${encodeURIComponent(format)}${at}`,
            );
            assert.equal(response.status, kept.length === 0 ? 404 : 200);
            return response.text();
          };
          if (kept.length === 0) {
            await ask('csv');
            return;
          }
          const expected = ordered(kept.map((row) => plain(row, false)));
          const expectedXml = ordered(kept.map((row) => plain(row, true)));
          assert.deepEqual(ordered(fromCsv(await ask('csv'))), expected);
          assert.deepEqual(ordered(fromCsv(await ask('application/vnd.sdmx.data+csv;version=2.0.0'))), expected);
          assert.deepEqual(ordered(fromJson(await ask('jsondata'))), expected);
          assert.deepEqual(ordered(fromJson(await ask('application/vnd.sdmx.data+json;version=2.0.0'))), expected);
          assert.deepEqual(ordered(await fromXml(await ask('genericdata'))), expectedXml);
          assert.deepEqual(ordered(await fromXml(await ask('structurespecificdata'))), expectedXml);
          assert.deepEqual(
            ordered(await fromXml(await ask('application/vnd.sdmx.data+xml;version=3.0.0'))),
            expectedXml,
          );
        } finally {
          store.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('in one table where structures differ', async () => {
    const other = {
      ...prisons,
      id: 'OTHER',
      structure: { ...prisons.structure, id: 'DSD_OTHER', dimensions: prisons.structure.dimensions.toReversed() },
    };
    const store = await memoryStore([
      {
        flow: prisons,
        release: 1,
        releasedAt: new Date('2024-01-01'),
        rows: [{ key: ['KEN', 'F'], period: '2020', value: 1 }],
      },
      {
        flow: other,
        release: 1,
        releasedAt: new Date('2024-01-01'),
        rows: [{ key: ['M', 'PER'], period: '2021', value: 2, attributes: { COMMENT: 'x' } }],
      },
    ]);
    const { routes } = makeSdmx({
      registry: buildRegistry({ flows: [prisons, other] }),
      store,
      clock: () => new Date(),
      origin: 'https://example.org',
    });
    const text = await (await routes.request('/sdmx/v2/data?format=csv')).text();
    assert.equal(
      text,
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT\n' +
        'dataflow,TEST:PRISONS(1.0.0),I,KEN,F,2020,1,,\n' +
        'dataflow,TEST:OTHER(1.0.0),I,PER,M,2021,2,,x\n',
    );
    store.close();
  });
});
