import type { ScanColumn } from '../../data/scan.ts';
import { xml } from '../escape.ts';
import type { Edition } from '../urn.ts';
import { type DataWriter, fragments, placesOf, type ReadySet, startsSeries } from '../writer.ts';
import { dataNamespace, headerStructures, setAttributes, typedBy } from './data-header.ts';
import { headerStart } from './header.ts';
import { declaration, namespaces } from './namespaces.ts';

/** Structure-specific data: components as XML attributes. `timeSeries` is the 2.1 variant for time series alone. */
export function specificData(edition: Edition, timeSeries = false): DataWriter {
  const root = timeSeries ? 'mes:StructureSpecificTimeSeriesData' : 'mes:StructureSpecificData';
  return async function* (sets, context) {
    yield (
      `${declaration}<${root}${namespaces(edition, { ss: 'data/structurespecific' })} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `${headerStart(context.head)}${headerStructures(edition, sets, true)}</mes:Header>`
    );
    for (const set of sets) yield* writeSet(edition, set);
    yield `</${root}>`;
  };
}

async function* writeSet(edition: Edition, ready: ReadySet): AsyncGenerator<string> {
  const { set, layout } = ready;
  const scan = ready.open();
  const places = placesOf(scan, layout);
  const cell = (column: ScanColumn) => fragments(column, (value) => ` ${column.id}="${xml(value)}"`);
  const cells = scan.columns.map(cell);
  const seriesCells = places.series.map((place) => cells[place]);
  const observationPlaces = [...places.observation, ...places.attributes];
  const flat = places.series.length === 0;
  const last = new Int32Array(places.series.length).fill(-1);
  const space = xml(dataNamespace(edition, typedBy(edition, set), layout.atObservation));
  let opened = false;
  let inSeries = false;
  for await (const { rows, codes, numbers } of scan.batches) {
    let out = '';
    // An empty data set is never written: with the action Delete it would mean "everything".
    if (!opened)
      out = `<mes:DataSet xmlns:data="${space}" xsi:type="data:DataSetType" ss:dataScope="DataStructure"${setAttributes(set, 'ss:')}>`;
    opened = true;
    for (let row = 0; row < rows; row += 1) {
      if (!flat && startsSeries(codes, places.series, row, last)) {
        out += inSeries ? '</Series><Series' : '<Series';
        for (let index = 0; index < seriesCells.length; index += 1) out += seriesCells[index]?.(last[index] ?? 0) ?? '';
        out += '>';
        inSeries = true;
      }
      if (layout.keysOnly) continue;
      out += '<Obs';
      for (const place of places.observation) out += cells[place]?.(codes[place]?.[row] ?? 0) ?? '';
      const number = numbers[row] ?? Number.NaN;
      if (number === number) out += ` OBS_VALUE="${number}"`;
      for (let index = places.observation.length; index < observationPlaces.length; index += 1) {
        const place = observationPlaces[index] ?? 0;
        out += cells[place]?.(codes[place]?.[row] ?? 0) ?? '';
      }
      out += '/>';
    }
    yield out;
  }
  if (opened) yield inSeries ? '</Series></mes:DataSet>' : '</mes:DataSet>';
}
