import { xml } from '../escape.ts';
import type { Edition } from '../urn.ts';
import { attributesText, type DataWriter, groupText, isFlat, type ReadySet } from '../writer.ts';
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
  const cell =
    ({ id }: { readonly id: string }) =>
    (value: string | undefined) =>
      value === undefined ? '' : ` ${id}="${xml(value)}"`;
  const key = groupText(scan.key, cell);
  const observation = groupText(scan.observation, cell);
  const attributes = attributesText(scan.attributes, cell);
  const flat = isFlat(layout);
  const space = xml(dataNamespace(edition, typedBy(edition, set), layout.atObservation));
  const scope = edition === '2.1' ? ' ss:dataScope="DataStructure"' : '';
  let opened = false;
  let last = -1;
  for await (const batch of scan.batches) {
    let out = '';
    // An empty data set is never written: with the action Delete it would mean "everything".
    if (!opened) {
      out = `<mes:DataSet xmlns:data="${space}" xsi:type="data:DataSetType"${scope}${setAttributes(set, 'ss:')}>`;
    }
    opened = true;
    for (let row = 0; row < batch.rows; row += 1) {
      const code = batch.key[row] ?? 0;
      if (!flat && code !== last) {
        out += `${last < 0 ? '' : '</Series>'}<Series${key(code)}>`;
        last = code;
      }
      if (layout.keysOnly) continue;
      out += flat ? `<Obs${key(code)}` : '<Obs';
      out += observation(batch.observation[row] ?? 0);
      const number = batch.numbers[row] ?? Number.NaN;
      if (!Number.isNaN(number)) out += ` OBS_VALUE="${number}"`;
      out += attributes(batch, row);
      out += '/>';
    }
    yield out;
  }
  if (opened) yield last < 0 ? '</mes:DataSet>' : '</Series></mes:DataSet>';
}
