import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { ReleasedStore } from '../../model/released.ts';
import type { Codelist } from '../../model/structure.ts';
import type { DataQuery } from '../query/ast.ts';
import type { DataSet } from './data-set.ts';
import type { Layout } from './layout.ts';
import { selectObservations } from './select.ts';
import { mostCodes, type Vocabulary } from './vocabulary.ts';
import { column } from './where.ts';

/** A column of an answer. Cells are numbers: indexes into `values`, where 0 is "no value". */
export interface ScanColumn {
  readonly id: string;
  readonly codelist?: Codelist;
  /** Grows while a scan runs; what stands at an index never changes, unless the column is free text. */
  readonly values: string[];
  /** Free text: `values` are those of the batch at hand only. */
  readonly free: boolean;
}

/** Some rows of an answer, column by column. */
export interface ScanBatch {
  readonly rows: number;
  /** Of the dimensions, the time period (not for keys only) and the attributes, in the order of `Scan.columns`. */
  readonly codes: readonly Uint32Array[];
  /** NaN where an observation has no value. */
  readonly numbers: Float64Array;
}

export interface Scan {
  readonly columns: readonly ScanColumn[];
  /** How many columns are dimensions of the key, without time. */
  readonly dimensions: number;
  readonly batches: AsyncIterable<ScanBatch>;
}

/**
 * Reads a data set in batches without holding it. With a vocabulary the codes are made in the database, which is several
 * times faster than carrying the texts over; without, texts are read and numbered here.
 */
export function scan(
  store: ReleasedStore,
  set: DataSet,
  query: DataQuery,
  layout: Layout,
  vocabulary: Vocabulary | undefined,
): Scan {
  const { dimensions } = set.flow.structure;
  const plans = [
    ...dimensions.map((dimension) => plan(dimension, vocabulary)),
    ...(layout.keysOnly ? [] : [plan({ id: 'TIME_PERIOD' }, vocabulary, true)]),
    ...layout.attributes.map((attribute) => plan(attribute, vocabulary)),
  ];
  const withNumbers = layout.values && !layout.keysOnly;
  const expressions = [...plans.map((one) => one.expression), ...(withNumbers ? ['"OBS_VALUE"'] : [])];
  const sql = selectObservations(set, query, layout, expressions);
  const batches = async function* (): AsyncGenerator<ScanBatch> {
    for await (const chunk of store.stream(sql.text, sql.values)) {
      if (chunk.rowCount > 0) yield readBatch(chunk, plans, withNumbers);
    }
  };
  return { columns: plans.map((one) => one.column), dimensions: dimensions.length, batches: batches() };
}

interface Plan {
  readonly column: ScanColumn;
  readonly expression: string;
  /** Numbers of texts met so far; absent where the database numbers them. */
  readonly numbers?: Map<string, number>;
}

function plan(
  component: { readonly id: string; readonly codelist?: Codelist },
  vocabulary: Vocabulary | undefined,
  coded = component.codelist !== undefined,
): Plan {
  const known = vocabulary?.values.get(component.id);
  const base = { id: component.id, ...(component.codelist === undefined ? {} : { codelist: component.codelist }) };
  if (known === undefined || known.length === 0 || known.length > mostCodes) {
    return { column: { ...base, values: [''], free: !coded }, expression: column(component.id), numbers: new Map() };
  }
  const words = known.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
  return {
    column: { ...base, values: ['', ...known], free: false },
    expression: `coalesce(CAST(enum_code(CAST(${column(component.id)} AS ENUM(${words}))) AS INTEGER) + 1, 0)`,
  };
}

function readBatch(chunk: DuckDBDataChunk, plans: readonly Plan[], withNumbers: boolean): ScanBatch {
  const rows = chunk.rowCount;
  const codes = plans.map((one, index) => {
    const vector = chunk.getColumnVector(index);
    const cells = new Uint32Array(rows);
    const { numbers, column: target } = one;
    if (numbers === undefined) {
      for (let row = 0; row < rows; row += 1) {
        const item = vector.getItem(row);
        if (typeof item === 'number') cells[row] = item;
      }
      return cells;
    }
    if (target.free) {
      numbers.clear();
      target.values.length = 1;
    }
    for (let row = 0; row < rows; row += 1) {
      const item = vector.getItem(row);
      if (typeof item !== 'string') continue;
      let number = numbers.get(item);
      if (number === undefined) {
        number = target.values.push(item) - 1;
        numbers.set(item, number);
      }
      cells[row] = number;
    }
    return cells;
  });
  const numbers = new Float64Array(rows).fill(Number.NaN);
  if (withNumbers) {
    const vector = chunk.getColumnVector(plans.length);
    for (let row = 0; row < rows; row += 1) {
      const item = vector.getItem(row);
      if (typeof item === 'number') numbers[row] = item;
    }
  }
  return { rows, codes, numbers };
}
