import type { Text } from '#kernel/i18n/say.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { Attribute, Dataflow, Dimension } from '../../../model/structure.ts';
import type { ScanBatch, ScanColumn } from '../../data/scan.ts';
import { usageOf } from '../xml/data-header.ts';
import { type DataWriter, fragments, type ReadySet } from '../writer.ts';
import { versionIn } from '../urn.ts';
import { csvCell, csvText } from './cell.ts';
import { normalisedPeriod } from './normalise-period.ts';

export interface CsvOptions {
  /** 1 is SDMX-CSV 1.0, 2 is SDMX-CSV 2.0. */
  readonly edition: 1 | 2;
  /** `name` (a column of names beside each column of ids) exists in 2.0 only. */
  readonly labels: 'id' | 'both' | 'name';
  readonly timeFormat: 'original' | 'normalized';
  /** Columns SERIES_KEY and OBS_KEY, in 2.0 only. */
  readonly keys: 'none' | 'obs' | 'series' | 'both';
}

/** SDMX-CSV. Data sets of different structures share one table whose columns are those of all of them. */
export function csvData(options: CsvOptions): DataWriter {
  return async function* (sets, context) {
    const named = (text: Text) => translate(context.language, text);
    const columns = columnsOf(sets);
    yield `${headings(options, columns, named).join(',')}\n`;
    for (const set of sets) yield* rows(set, options, columns, named);
  };
}

type Column = Pick<Dimension, 'id' | 'name'>;
type Named = (text: Text) => string;

interface Columns {
  readonly dimensions: readonly Column[];
  readonly attributes: readonly Column[];
}

const time: Column = { id: 'TIME_PERIOD', name: { en: 'Time period', fr: 'Période', es: 'Período' } };
const value: Column = {
  id: 'OBS_VALUE',
  name: { en: 'Observation value', fr: 'Valeur d’observation', es: 'Valor de observación' },
};

function columnsOf(sets: readonly ReadySet[]): Columns {
  const dimensions = new Map<string, Column>();
  const attributes = new Map<string, Attribute>();
  for (const { set, layout } of sets) {
    for (const one of set.flow.structure.dimensions) if (!dimensions.has(one.id)) dimensions.set(one.id, one);
    for (const one of layout.attributes) if (!attributes.has(one.id)) attributes.set(one.id, one);
  }
  return { dimensions: [...dimensions.values(), time], attributes: [...attributes.values()] };
}

function headings({ edition, labels, keys }: CsvOptions, { dimensions, attributes }: Columns, named: Named): string[] {
  const headed = (one: Column): string[] => {
    if (labels === 'both' && (edition === 2 || one !== value)) return [csvText(`${one.id}: ${named(one.name)}`)];
    return labels === 'name' ? [one.id, csvText(named(one.name))] : [one.id];
  };
  const lead =
    edition === 1
      ? ['DATAFLOW']
      : [
          'STRUCTURE',
          'STRUCTURE_ID',
          ...(labels === 'name' ? ['STRUCTURE_NAME'] : []),
          'ACTION',
          ...(keys === 'series' || keys === 'both' ? ['SERIES_KEY'] : []),
          ...(keys === 'obs' || keys === 'both' ? ['OBS_KEY'] : []),
        ];
  return [...lead, ...dimensions.flatMap(headed), ...headed(value), ...attributes.flatMap(headed)];
}

/** First cells of every row: what the data are of, and what to do with them. */
function leadOf({ set }: ReadySet, { edition, labels }: CsvOptions, named: Named): string {
  const usage = usageOf(set);
  const flow: Dataflow = set.flow;
  const of =
    edition === 1 ? ({ kind: 'dataflow', agency: flow.agency, id: flow.id, version: flow.version } as const) : usage;
  const identity = `${of.agency}:${of.id}(${versionIn(edition === 1 ? '2.1' : '3.0', of)})`;
  const shown = labels === 'both' ? csvText(`${identity}: ${named(flow.name)}`) : identity;
  if (edition === 1) return shown;
  const kind = of.kind === 'dataflow' ? 'dataflow' : 'dataprovision';
  const action = { Information: 'I', Replace: 'R', Delete: 'D' }[set.action];
  return [kind, shown, ...(labels === 'name' ? [csvText(named(flow.name))] : []), action].join(',');
}

async function* rows(ready: ReadySet, options: CsvOptions, columns: Columns, named: Named): AsyncGenerator<string> {
  const scan = ready.open();
  const lead = leadOf(ready, options, named);
  const cells = scan.columns.map((column) => cellOf(column, options, named));
  const at = new Map(scan.columns.map((column, place) => [column.id, place]));
  const widths = options.labels === 'name' ? ',,' : ',';
  const place = (list: readonly Column[]) => list.map(({ id }) => at.get(id) ?? -1);
  const [before, after] = [place(columns.dimensions), place(columns.attributes)];
  // The value has a name of its own nowhere, so its second column stays empty.
  const afterValue = options.labels === 'name' ? ',' : '';
  const keyCells = keysOf(scan.columns, scan.dimensions, options, at.has('TIME_PERIOD'));
  for await (const batch of scan.batches) {
    const { codes, numbers } = batch;
    let out = '';
    for (let row = 0; row < batch.rows; row += 1) {
      out += lead;
      if (keyCells !== undefined) out += keyCells(batch, row);
      for (const index of before) out += index < 0 ? widths : (cells[index]?.(codes[index]?.[row] ?? 0) ?? '');
      const number = numbers[row] ?? Number.NaN;
      out += number === number ? `,${number}${afterValue}` : `,${afterValue}`;
      for (const index of after) out += index < 0 ? widths : (cells[index]?.(codes[index]?.[row] ?? 0) ?? '');
      out += '\n';
    }
    yield out;
  }
}

/** A cell with the comma before it. */
function cellOf(column: ScanColumn, { labels, timeFormat }: CsvOptions, named: Named): (code: number) => string {
  const names = new Map(column.codelist?.codes.map((code) => [code.id, code.name]));
  const shown = (id: string) =>
    column.id === 'TIME_PERIOD' && timeFormat === 'normalized' ? normalisedPeriod(id) : id;
  const make = (id: string): string => {
    const name = names.get(id);
    if (labels === 'both' && name !== undefined) return `,${csvText(`${id}: ${named(name)}`)}`;
    const cell = column.free ? csvText(id) : csvCell(shown(id));
    return labels === 'name' ? `,${cell},${name === undefined ? '' : csvText(named(name))}` : `,${cell}`;
  };
  return fragments(column, make, labels === 'name' ? ',,' : ',');
}

/** The columns SERIES_KEY and OBS_KEY: dimension values joined with full stops. */
function keysOf(
  columns: readonly ScanColumn[],
  dimensions: number,
  { edition, keys }: CsvOptions,
  timed: boolean,
): ((batch: ScanBatch, row: number) => string) | undefined {
  if (edition === 1 || keys === 'none') return undefined;
  return ({ codes }, row) => {
    const part = (place: number) => columns[place]?.values[codes[place]?.[row] ?? 0] ?? '';
    const series = columns.slice(0, dimensions).map((_, place) => part(place));
    const whole = timed ? [...series, part(dimensions)] : series;
    const seriesKey = keys === 'series' || keys === 'both' ? `,${series.join('.')}` : '';
    return seriesKey + (keys === 'obs' || keys === 'both' ? `,${whole.join('.')}` : '');
  };
}
