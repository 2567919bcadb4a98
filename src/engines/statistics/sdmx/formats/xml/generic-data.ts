import { xml } from '../escape.ts';
import { attributesText, type DataWriter, groupText, isFlat, type ReadySet } from '../writer.ts';
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
  const flat = isFlat(layout);
  const value =
    ({ id }: { readonly id: string }) =>
    (text: string | undefined) =>
      text === undefined ? '' : `<gen:Value id="${id}" value="${xml(text)}"/>`;
  // The time dimension needs no name; another dimension at the observation does.
  const named = layout.atObservation === 'TIME_PERIOD' ? '' : ` id="${xml(layout.atObservation)}"`;
  const key = groupText(scan.key, value);
  const observation = groupText(
    scan.observation,
    flat ? value : () => (text) => `<gen:ObsDimension${named} value="${xml(text ?? '')}"/>`,
  );
  const attributes = attributesText(scan.attributes, value);
  let opened = false;
  let last = -1;
  for await (const batch of scan.batches) {
    let out = opened ? '' : `<mes:DataSet${setAttributes(set, '')}>`;
    opened = true;
    for (let row = 0; row < batch.rows; row += 1) {
      const code = batch.key[row] ?? 0;
      if (!flat && code !== last) {
        out += `${last < 0 ? '' : '</gen:Series>'}<gen:Series><gen:SeriesKey>${key(code)}</gen:SeriesKey>`;
        last = code;
      }
      if (layout.keysOnly) continue;
      const at = observation(batch.observation[row] ?? 0);
      out += flat ? `<gen:Obs><gen:ObsKey>${key(code)}${at}</gen:ObsKey>` : `<gen:Obs>${at}`;
      const number = batch.numbers[row] ?? Number.NaN;
      if (!Number.isNaN(number)) out += `<gen:ObsValue value="${number}"/>`;
      const said = attributes(batch, row);
      if (said !== '') out += `<gen:Attributes>${said}</gen:Attributes>`;
      out += '</gen:Obs>';
    }
    yield out;
  }
  if (opened) yield last < 0 ? '</mes:DataSet>' : '</gen:Series></mes:DataSet>';
}
