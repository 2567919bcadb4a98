import { xml } from '../escape.ts';
import { type DataWriter, fragments, placesOf, type ReadySet, startsSeries } from '../writer.ts';
import { headerStructures, setAttributes } from './data-header.ts';
import { headerStart } from './header.ts';
import { declaration, namespaces } from './namespaces.ts';

/** Generic data of SDMX-ML 2.1: component and value as attributes of `Value` elements. */
export function genericData(timeSeries = false): DataWriter {
  const root = timeSeries ? 'mes:GenericTimeSeriesData' : 'mes:GenericData';
  return async function* (sets, context) {
    yield `${declaration}<${root}${namespaces('2.1', { gen: 'data/generic' })}>${headerStart(context.head)}${headerStructures('2.1', sets, false)}</mes:Header>`;
    for (const set of sets) yield* writeSet(set);
    yield `</${root}>`;
  };
}

async function* writeSet(ready: ReadySet): AsyncGenerator<string> {
  const { set, layout } = ready;
  const scan = ready.open();
  const { series, observation, attributes } = placesOf(scan, layout);
  const flat = series.length === 0;
  const [at] = observation;
  // The time dimension needs no name; another dimension at the observation does.
  const named = layout.atObservation === 'TIME_PERIOD' ? '' : ` id="${xml(layout.atObservation)}"`;
  const cells = scan.columns.map((column, place) =>
    !flat && place === at
      ? fragments(column, (value) => `<gen:ObsDimension${named} value="${xml(value)}"/>`)
      : fragments(column, (value) => `<gen:Value id="${column.id}" value="${xml(value)}"/>`),
  );
  const last = new Int32Array(series.length).fill(-1);
  let opened = false;
  let inSeries = false;
  for await (const { rows, codes, numbers } of scan.batches) {
    let out = opened ? '' : `<mes:DataSet${setAttributes(set, '')}>`;
    opened = true;
    for (let row = 0; row < rows; row += 1) {
      if (!flat && startsSeries(codes, series, row, last)) {
        out += inSeries ? '</gen:Series><gen:Series><gen:SeriesKey>' : '<gen:Series><gen:SeriesKey>';
        for (let index = 0; index < series.length; index += 1)
          out += cells[series[index] ?? 0]?.(last[index] ?? 0) ?? '';
        out += '</gen:SeriesKey>';
        inSeries = true;
      }
      if (layout.keysOnly) continue;
      out += flat ? '<gen:Obs><gen:ObsKey>' : '<gen:Obs>';
      for (const place of observation) out += cells[place]?.(codes[place]?.[row] ?? 0) ?? '';
      if (flat) out += '</gen:ObsKey>';
      const number = numbers[row] ?? Number.NaN;
      if (number === number) out += `<gen:ObsValue value="${number}"/>`;
      let said = '';
      for (const place of attributes) said += cells[place]?.(codes[place]?.[row] ?? 0) ?? '';
      if (said !== '') out += `<gen:Attributes>${said}</gen:Attributes>`;
      out += '</gen:Obs>';
    }
    yield out;
  }
  if (opened) yield inSeries ? '</gen:Series></mes:DataSet>' : '</mes:DataSet>';
}
