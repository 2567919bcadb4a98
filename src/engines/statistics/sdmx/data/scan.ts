import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import type { ReleasedStore } from '../../model/released.ts';
import type { Attribute } from '../../model/structure.ts';
import type { DataQuery } from '../query/ast.ts';
import type { DataSet } from './data-set.ts';
import { type Group, type GroupPlan, planGroup, type Source } from './group.ts';
import type { Layout } from './layout.ts';
import { readDoubles } from './read-doubles.ts';
import { readAhead } from './read-ahead.ts';
import { selectObservations } from './select.ts';
import type { Vocabulary } from './vocabulary.ts';
import { column } from './where.ts';

/** Attributes in the structure's order: coded ones that stand together are read together, free text by itself. */
export type AttributePart = { readonly group: Group } | { readonly text: string };

/** Some rows of an answer, column by column. */
export interface ScanBatch {
  readonly rows: number;
  /** What the rows of a series share; of a table, the dimensions without time. */
  readonly key: Float64Array;
  /** What stands at the observation; of a table, time. */
  readonly observation: Float64Array;
  /** NaN where an observation has no value. */
  readonly numbers: Float64Array;
  /** For each part of `Scan.attributes`: numbers of a group, or texts. */
  readonly attributes: readonly (Float64Array | readonly (string | undefined)[])[];
}

export interface Scan {
  readonly key: Group;
  readonly observation: Group;
  readonly attributes: readonly AttributePart[];
  readonly batches: AsyncIterable<ScanBatch>;
}

/** Reads a data set in batches, without ever holding it. */
export function scan(
  store: ReleasedStore,
  set: DataSet,
  query: DataQuery,
  layout: Layout,
  vocabulary: Vocabulary | undefined,
): Scan {
  const about = vocabulary?.observations;
  const key = planGroup(keySources(set, layout), vocabulary, about);
  const observation = planGroup(layout.keysOnly ? [] : observationSources(set, layout), vocabulary, about);
  const parts = attributeParts(layout.attributes, vocabulary).map((part) =>
    'id' in part ? { text: part.id, expressions: [column(part.id)] } : planGroup(part, vocabulary, about),
  );
  const withNumbers = layout.values && !layout.keysOnly;
  const expressions = [key, observation, ...parts].flatMap((plan) => plan.expressions);
  // A query must select something, also where every component has one value only.
  const selected = withNumbers ? ['"OBS_VALUE"', ...expressions] : expressions.length === 0 ? ['0'] : expressions;
  const sql = selectObservations(set, query, layout, selected);
  const batches = async function* (): AsyncGenerator<ScanBatch> {
    for await (const chunk of readAhead(store.stream(sql.text, sql.values))) {
      if (chunk.rowCount === 0) continue;
      const reader = vectorsOf(chunk);
      const numbers = withNumbers
        ? valuesOf(reader(1)[0], chunk.rowCount)
        : new Float64Array(chunk.rowCount).fill(Number.NaN);
      const read = (plan: GroupPlan) => plan.read(reader(plan.expressions.length), chunk.rowCount);
      yield {
        rows: chunk.rowCount,
        numbers,
        key: read(key),
        observation: read(observation),
        attributes: parts.map((part) => ('group' in part ? read(part) : textsIn(reader(1)[0], chunk.rowCount))),
      };
    }
  };
  return {
    key: key.group,
    observation: observation.group,
    attributes: parts.map((part) => ('group' in part ? { group: part.group } : { text: part.text })),
    batches: batches(),
  };
}

const time: Source = { id: 'TIME_PERIOD' };

function keySources(set: DataSet, { atObservation, keysOnly }: Layout): readonly Source[] {
  const { dimensions } = set.flow.structure;
  const across = !keysOnly && atObservation !== 'TIME_PERIOD' && atObservation !== 'AllDimensions';
  return across ? [...dimensions.filter(({ id }) => id !== atObservation), time] : dimensions;
}

function observationSources(set: DataSet, { atObservation }: Layout): readonly Source[] {
  const dimension = set.flow.structure.dimensions.find(({ id }) => id === atObservation);
  return [dimension ?? time];
}

function attributeParts(
  attributes: readonly Attribute[],
  vocabulary: Vocabulary | undefined,
): readonly (readonly Attribute[] | Attribute)[] {
  const parts: (Attribute[] | Attribute)[] = [];
  let coded: Attribute[] | undefined;
  for (const attribute of attributes) {
    if (attribute.codelist === undefined) {
      // A text that takes few values is read as a code is.
      parts.push(vocabulary?.values.has(attribute.id) === true ? [attribute] : attribute);
      coded = undefined;
    } else if (coded === undefined) parts.push((coded = [attribute]));
    else coded.push(attribute);
  }
  return parts;
}

/** Hands out a chunk's columns in their order. */
function vectorsOf(chunk: DuckDBDataChunk): (count: number) => readonly DuckDBVector[] {
  let next = 0;
  return (count) => Array.from({ length: count }, () => chunk.getColumnVector(next++));
}

function valuesOf(vector: DuckDBVector | undefined, rows: number): Float64Array {
  return vector === undefined ? new Float64Array(rows).fill(Number.NaN) : readDoubles(vector, rows, Number.NaN);
}

function textsIn(vector: DuckDBVector | undefined, rows: number): readonly (string | undefined)[] {
  return Array.from({ length: rows }, (_, row) => {
    const item = vector?.getItem(row);
    return typeof item === 'string' ? item : undefined;
  });
}
