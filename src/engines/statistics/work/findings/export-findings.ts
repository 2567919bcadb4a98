import { translate } from '#kernel/i18n/index.ts';
import { writeWorkbook, type CsvValue } from '#kernel/spreadsheet/index.ts';
import { listFlows } from '../../find-flow.ts';
import type { StatisticsContext } from '../../context.ts';
import { flowName } from '../../model/structure.ts';
import { describeKey, type DescribedKey } from './describe-key.ts';
import type { Sort, WorkFilter } from './filter.ts';
import { everyFinding } from './search-findings.ts';

const header = [
  'id',
  'flow',
  'batch',
  'severity',
  'rule',
  'row',
  'column',
  'area code',
  'area',
  'figure',
  'period',
  'finding',
  'standing',
  'state',
] as const;
const widths = [8, 20, 14, 10, 24, 8, 14, 10, 24, 44, 10, 90, 16, 8];

/** The findings of a filter as rows, in English, with a header. */
export async function* findingRows(
  context: StatisticsContext,
  filter: WorkFilter,
  sort: Sort,
): AsyncGenerator<readonly CsvValue[]> {
  const describers = new Map<string, (key: Readonly<Record<string, string>>) => DescribedKey>();
  for (const { flow } of await listFlows(context)) {
    describers.set(
      flowName(flow),
      describeKey(flow.structure, (text) => translate('en', text)),
    );
  }
  const none = describeKey(undefined, () => '');
  yield header;
  for await (const each of everyFinding(context, filter, sort)) {
    const { area, figure } = (describers.get(each.flow) ?? none)(each.key);
    yield [
      each.id,
      each.flow,
      each.batch,
      each.severity,
      each.rule,
      each.source_row,
      each.source_column,
      each.area,
      area,
      figure,
      each.period,
      each.message,
      each.standing,
      each.state,
    ];
  }
}

/** The same as a workbook; no text in it becomes a formula. */
export function findingsWorkbook(context: StatisticsContext, filter: WorkFilter, sort: Sort): AsyncGenerator<Buffer> {
  async function* rows() {
    let first = true;
    for await (const row of findingRows(context, filter, sort)) {
      const cells = row.map((value) => (typeof value === 'bigint' ? Number(value) : value));
      yield first ? cells.map((value) => ({ value, style: 'head' })) : cells;
      first = false;
    }
  }
  return writeWorkbook({
    styles: { head: { bold: true, fill: 'E2EFF1' } },
    sheets: [{ name: 'Findings', rows: rows(), columns: widths.map((width) => ({ width })), freeze: { rows: 1 } }],
  });
}
