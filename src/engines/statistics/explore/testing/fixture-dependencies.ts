import type { StatisticsPageDependencies } from '../dependencies.ts';
import type { ReleaseSummary } from '../../list-releases.ts';
import { flowName } from '../../model/structure.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/actor.ts';
import { figureOf } from '../observations.ts';
import type { FixtureStore } from './fixture-store.ts';

/** The pages' dependencies over a store in memory, with one finding and an origin for every figure. */
export function fixtureDependencies(store: FixtureStore): StatisticsPageDependencies {
  const summaries = async (flow?: string): Promise<readonly ReleaseSummary[]> => {
    const flows = (await store.flows(anonymous)).filter((each) => flow === undefined || flowName(each) === flow);
    return (await Promise.all(flows.map((each) => store.all(each, anonymous)))).flat().map((release) => ({
      flow: flowName(release.flow),
      release: release.release,
      note: release.release === 1 ? undefined : 'Figures of 2022 added; some earlier ones revised by the States.',
      sha256: release.sha256,
      observations: release.observations,
      changes:
        release.release === 1
          ? { new: release.observations, revised: 0, gone: 0 }
          : { new: 696, revised: 128, gone: 4 },
      citation: `Invented Statistics Office (2025). Persons held in custody. ${flowName(release.flow)}, release ${release.release}.`,
      releasedAt: release.releasedAt,
      releasedBy: { role: 'statistician' },
      embargoUntil: undefined,
      withdrawn: undefined,
    }));
  };
  return {
    store,
    clock: () => new Date(Date.UTC(2025, 5, 1)),
    termsOf: () =>
      Promise.resolve({
        publisher: 'Invented Statistics Office',
        licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      }),
    listReleases: (_, flow) => summaries(flow),
    releaseChanges: async (_, { release, flow, change, offset = 0, limit = 100 }) => {
      const dataflow = (await store.flows(anonymous)).find((each) => flowName(each) === flow);
      const all = dataflow === undefined ? [] : await store.all(dataflow, anonymous);
      const now = all.find((each) => each.release === release);
      const before = all.find((each) => each.release === release - 1);
      if (now === undefined || before === undefined) return [];
      const ids = [...now.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
      const rows = await store.rows(
        `SELECT ${ids.join(', ')}, b.OBS_VALUE AS before, a.OBS_VALUE AS after, a._row AS there, b._row AS was
         FROM ${now.relation} a FULL JOIN ${before.relation} b USING (${ids.join(', ')})
         WHERE a._row IS NULL OR b._row IS NULL OR a.OBS_VALUE IS DISTINCT FROM b.OBS_VALUE ORDER BY ALL`,
      );
      const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
      return rows
        .map((row) => ({
          change:
            row['there'] === null ? ('gone' as const) : row['was'] === null ? ('new' as const) : ('revised' as const),
          key: Object.fromEntries(ids.map((id) => [id, String(row[id])])),
          before: number(row['before']),
          after: number(row['after']),
          statusBefore: undefined,
          statusAfter: undefined,
        }))
        .filter((row) => change === undefined || row.change === change)
        .slice(offset, offset + limit);
    },
    findOrigin: async (_, { flow, release, key, period }) => {
      const found = (await store.all(flow, anonymous)).find((each) => each.release === release);
      if (found === undefined) return undefined;
      const where = [...found.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'].map(
        (id, at) => `"${id}" = $${at + 1}`,
      );
      const [row] = await store.rows(`SELECT * FROM ${found.relation} WHERE ${where.join(' AND ')}`, [...key, period]);
      if (row === undefined) return undefined;
      const figure = figureOf(found.flow.structure, row);
      return {
        release: { number: release, at: found.releasedAt },
        since: figure.since,
        batch: figure.batch,
        file: { name: 'custody-2023.xlsx', sha256: 'ab'.repeat(32) },
        withheld: false,
        mapping: {
          name: 'custody',
          version: '1.0.0',
          reads: [
            ...Object.keys(figure.key).map((target) => ({ target, columns: [target] })),
            { target: 'TIME_PERIOD', columns: ['Year'] },
            { target: 'OBS_VALUE', columns: ['Value'] },
          ],
        },
        row: figure.row,
        cells: [
          ...Object.entries(figure.key),
          ['Year', period],
          ['Value', figure.value === null ? '' : figure.value.toLocaleString('en')],
          ['Source', 'Prison service, yearly return'],
        ].map(([column = '', text = '']) => ({ column, text })),
        imported: { at: new Date(Date.UTC(2025, 2, 3, 9, 30)), role: 'statistician' },
        accepted: { at: new Date(Date.UTC(2025, 2, 10, 15, 5)), role: 'administrator' },
        findings: figure.attributes['OBS_STATUS'] === 'E' ? [aFinding(figure.key, period)] : [],
      };
    },
    findingsFor: (_, __, series) =>
      Promise.resolve(
        series.slice(0, 2).map((one) => {
          const [FREQ = '', REF_AREA = '', INDICATOR = '', SEX = '', UNIT_MEASURE = ''] = one.split('.');
          return aFinding({ FREQ, REF_AREA, INDICATOR, SEX, UNIT_MEASURE }, '2019');
        }),
      ),
    countFindings: () =>
      Promise.resolve([
        { rule: 'jump', severity: 'warning' as const, count: 41 },
        { rule: 'duplicate-key', severity: 'error' as const, count: 12 },
      ]),
    accountName: () => Promise.resolve(undefined),
    themes: new Map([
      ['justice', { en: 'Justice', ar: 'العدالة', fr: 'Justice' }],
      ['prisons', { en: 'Prisons', ar: 'السجون', fr: 'Prisons' }],
    ]),
  };
}

function aFinding(key: Readonly<Record<string, string>>, period: string) {
  return {
    id: 7,
    batch: 'batch-1',
    flow: 'MANDATA.DEMO:CUSTODY',
    rule: 'jump',
    severity: 'warning' as const,
    row: 12,
    column: 'Value',
    key: { ...key, TIME_PERIOD: period },
    state: key['REF_AREA'],
    message: 'Twice as high as the year before.',
    said: say('The figure is {ratio} times that of the year before.', { ratio: 2 }),
    answers: [
      {
        body: 'A new prison was opened in that year.',
        at: new Date(Date.UTC(2025, 2, 8)),
        role: 'focal-point',
        by: 'x',
      },
    ],
  };
}
