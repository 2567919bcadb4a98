import type { Text } from '#kernel/i18n/say.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { Attribute, Codelist, Dataflow, Dimension } from '../../../model/structure.ts';
import type { Scan } from '../../data/scan.ts';
import { usageOf } from '../xml/data-header.ts';
import { attributesText, type DataWriter, groupText, type ReadySet } from '../writer.ts';
import { versionIn } from '../urn.ts';
import { csvCell, csvText } from './cell.ts';
import { mixedRows } from './mixed-rows.ts';
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
    for (const set of sets)
      yield* isWhole(set, columns) ? rows(set, options, named) : strangeRows(set, options, columns, named);
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

async function* rows(ready: ReadySet, options: CsvOptions, named: Named): AsyncGenerator<string> {
  const scan = ready.open();
  const lead = leadOf(ready, options, named);
  const cell = (one: { readonly id: string; readonly codelist?: Codelist }) => cellOf(one, options, named);
  const key = groupText(scan.key, cell);
  const observation = groupText(scan.observation, cell);
  const attributes = attributesText(scan.attributes, cell);
  const keyCells = keysOf(scan, options);
  const blank = options.labels === 'name' ? ',,' : ',';
  // The value has no name of its own, so its second column stays empty.
  const afterValue = options.labels === 'name' ? ',' : '';
  const timed = scan.observation.columns.length > 0;
  for await (const batch of scan.batches) {
    let out = '';
    for (let row = 0; row < batch.rows; row += 1) {
      const code = batch.key[row] ?? 0;
      const at = batch.observation[row] ?? 0;
      out += lead + keyCells(code, at) + key(code);
      out += timed ? observation(at) : blank;
      const number = batch.numbers[row] ?? Number.NaN;
      out += Number.isNaN(number) ? `,${afterValue}` : `,${number}${afterValue}`;
      out += attributes(batch, row);
      out += '\n';
    }
    yield out;
  }
}

/** Whether a set has every component of the table, so that its rows can be written group by group. */
function isWhole({ set, layout }: ReadySet, columns: Columns): boolean {
  const dimensions = [...set.flow.structure.dimensions.map(({ id }) => id), time.id];
  const same = (own: readonly string[], whole: readonly Column[]) =>
    own.length === whole.length && whole.every(({ id }, place) => id === own[place]);
  return (
    same(dimensions, columns.dimensions) &&
    same(
      layout.attributes.map(({ id }) => id),
      columns.attributes,
    )
  );
}

async function* strangeRows(
  ready: ReadySet,
  options: CsvOptions,
  columns: Columns,
  named: Named,
): AsyncGenerator<string> {
  const lead = leadOf(ready, options, named);
  const blank = options.labels === 'name' ? ',,' : ',';
  const { edition, keys } = options;
  for await (const row of mixedRows(ready, (one) => cellOf(one, options, named))) {
    const cells = (list: readonly Column[]) => list.map(({ id }) => row.cell(id) ?? blank).join('');
    const seriesKey = edition === 2 && (keys === 'series' || keys === 'both') ? `,${row.key}` : '';
    const whole = row.period === undefined ? row.key : `${row.key}.${row.period}`;
    const observationKey = edition === 2 && (keys === 'obs' || keys === 'both') ? `,${whole}` : '';
    const number = Number.isNaN(row.number) ? blank : `,${row.number}${blank.slice(1)}`;
    yield `${lead}${seriesKey}${observationKey}${cells(columns.dimensions)}${number}${cells(columns.attributes)}\n`;
  }
}

/** A cell with the comma before it. */
function cellOf(
  { id, codelist }: { readonly id: string; readonly codelist?: Codelist },
  { labels, timeFormat }: CsvOptions,
  named: Named,
): (value: string | undefined) => string {
  const names = new Map(codelist?.codes.map((code) => [code.id, code.name]));
  const empty = labels === 'name' ? ',,' : ',';
  return (value) => {
    if (value === undefined) return empty;
    const name = names.get(value);
    if (labels === 'both' && name !== undefined) return `,${csvText(`${value}: ${named(name)}`)}`;
    const isTime = id === 'TIME_PERIOD';
    const shown = isTime && timeFormat === 'normalized' ? normalisedPeriod(value) : value;
    const cell = codelist === undefined && !isTime ? csvText(shown) : csvCell(shown);
    return labels === 'name' ? `,${cell},${name === undefined ? '' : csvText(named(name))}` : `,${cell}`;
  };
}

/** The columns SERIES_KEY and OBS_KEY: dimension values joined with full stops. */
function keysOf(scan: Scan, { edition, keys }: CsvOptions): (key: number, observation: number) => string {
  if (edition === 1 || keys === 'none') return () => '';
  const value = () => (text: string | undefined) => text ?? '';
  const series = groupText(scan.key, value, '.');
  const time = groupText(scan.observation, value);
  const dot = scan.observation.columns.length > 0 ? '.' : '';
  return (key, observation) => {
    const seriesKey = keys === 'series' || keys === 'both' ? `,${series(key)}` : '';
    return seriesKey + (keys === 'obs' || keys === 'both' ? `,${series(key)}${dot}${time(observation)}` : '');
  };
}
