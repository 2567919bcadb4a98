import type { Codelist } from '../../../model/structure.ts';
import { attributesText, type DataWriter, groupText, isFlat, type ReadySet } from '../writer.ts';
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
  const flat = isFlat(layout);
  const cell = ({ id, codelist }: { readonly id: string; readonly codelist?: Codelist }) => {
    // Texts without a code list stand in the observation itself in 2.0; 1.0 knows lists only.
    if (edition === 2 && codelist === undefined && id !== 'TIME_PERIOD') {
      return (value: string | undefined) => (value === undefined ? 'null' : JSON.stringify(value));
    }
    const values = state.values(id);
    return (value: string | undefined) => (value === undefined ? 'null' : String(values.place(value)));
  };
  const key = groupText(scan.key, cell, ':');
  const observation = groupText(scan.observation, cell, ':');
  const attributes = attributesText(scan.attributes, cell, ',');
  const head = state.head(ready, index);
  const start = layout.keysOnly ? '":{"observations":{' : '":{"attributes":[],"observations":{';
  const comma = layout.values && scan.attributes.length > 0 ? ',' : '';
  let opened = false;
  let last = -1;
  let joint = '"';
  for await (const batch of scan.batches) {
    let out = opened ? '' : `${head},"${flat ? 'observations' : 'series'}":{`;
    opened = true;
    for (let row = 0; row < batch.rows; row += 1) {
      const code = batch.key[row] ?? 0;
      if (!flat && code !== last) {
        out += `${last < 0 ? '"' : '}},"'}${key(code)}${start}`;
        last = code;
        joint = '"';
      }
      if (layout.keysOnly) continue;
      out += joint;
      joint = ',"';
      if (flat) out += `${key(code)}:`;
      out += observation(batch.observation[row] ?? 0);
      const number = batch.numbers[row] ?? Number.NaN;
      out += layout.values ? `":[${Number.isNaN(number) ? 'null' : number}${comma}` : '":[';
      out += attributes(batch, row);
      out += ']';
    }
    yield out;
  }
  if (opened) yield last < 0 ? '}}' : '}}}}';
}
