import { type DataWriter, fragments, placesOf, type ReadySet, startsSeries } from '../writer.ts';
import { JsonStructure } from './json-structure-state.ts';
import { jsonMeta } from './meta.ts';

/** SDMX-JSON data: indexes into lists of values. The lists come after the data, when it is known which values there were. */
export function jsonData(edition: 1 | 2): DataWriter {
  return async function* (sets, context) {
    const structures = new Map<ReadySet['set']['flow'], JsonStructure>();
    yield `{"meta":${JSON.stringify(jsonMeta(edition, 'data', context.head, context.language))},"data":{"dataSets":[`;
    let count = 0;
    for (const ready of sets) {
      const state = structures.get(ready.set.flow) ?? new JsonStructure(edition, ready, context);
      structures.set(ready.set.flow, state);
      const index = [...structures.keys()].indexOf(ready.set.flow);
      let opened = false;
      for await (const piece of writeSet(edition, ready, state, index)) {
        if (!opened && count > 0) yield ',';
        opened = true;
        yield piece;
      }
      if (opened) state.sets.push(count);
      if (opened) count += 1;
    }
    const written = [...structures.values()].map((state) => JSON.stringify(state.toJson()));
    yield edition === 1 ? `],"structure":${written[0] ?? '{}'}}}` : `],"structures":[${written.join(',')}]}}`;
  };
}

async function* writeSet(edition: 1 | 2, ready: ReadySet, state: JsonStructure, index: number): AsyncGenerator<string> {
  const { layout } = ready;
  const scan = ready.open();
  const { series, observation, attributes } = placesOf(scan, layout);
  const flat = series.length === 0;
  const cells = scan.columns.map((column) => {
    // Texts without a code list stand in the observation itself in 2.0; 1.0 knows lists only.
    if (edition === 2 && column.free) return fragments(column, (value) => JSON.stringify(value), 'null');
    const values = state.values(column.id);
    return fragments(column, (value) => String(values.place(value)), 'null');
  });
  const last = new Int32Array(series.length).fill(-1);
  const head = state.head(ready, index);
  let opened = false;
  let inSeries = false;
  let first = true;
  for await (const { rows, codes, numbers } of scan.batches) {
    let out = opened ? '' : `${head},"${flat ? 'observations' : 'series'}":{`;
    opened = true;
    for (let row = 0; row < rows; row += 1) {
      if (!flat && startsSeries(codes, series, row, last)) {
        out += inSeries ? '}},"' : '"';
        for (let place = 0; place < series.length; place += 1) {
          out += (place === 0 ? '' : ':') + (cells[series[place] ?? 0]?.(last[place] ?? 0) ?? '');
        }
        out += layout.keysOnly ? '":{"observations":{' : '":{"attributes":[],"observations":{';
        inSeries = true;
        first = true;
      }
      if (layout.keysOnly) continue;
      out += first ? '"' : ',"';
      first = false;
      for (let place = 0; place < observation.length; place += 1) {
        const at = observation[place] ?? 0;
        out += (place === 0 ? '' : ':') + (cells[at]?.(codes[at]?.[row] ?? 0) ?? '');
      }
      const number = numbers[row] ?? Number.NaN;
      out += layout.values ? `":[${number === number ? number : 'null'}` : '":[';
      let comma = layout.values;
      for (const place of attributes) {
        out += (comma ? ',' : '') + (cells[place]?.(codes[place]?.[row] ?? 0) ?? 'null');
        comma = true;
      }
      out += ']';
    }
    yield out;
  }
  if (opened) yield inSeries ? '}}}}' : '}}';
}
