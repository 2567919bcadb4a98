import type { DuckDBVector } from '@duckdb/node-api';
import type { Codelist } from '../../model/structure.ts';
import { readDoubles } from './read-doubles.ts';
import { TextNumbers } from './number-texts.ts';
import { mostCodes, type Vocabulary } from './vocabulary.ts';
import { column } from './where.ts';

/** A component of an answer and the values that it takes. Index 0 of `values` is "no value". */
export interface ScanColumn {
  readonly id: string;
  readonly codelist?: Codelist;
  readonly values: string[];
}

/** Some components read together: one number stands for all their values of a row. */
export interface Group {
  readonly columns: readonly ScanColumn[];
  /** Takes a row's number apart into indexes of each column's values. Holds for numbers of the batch at hand. */
  split(code: number, into: number[]): void;
}

/** A group with the way to read it: expressions of the query, and how their columns become numbers. */
export interface GroupPlan {
  readonly group: Group;
  readonly expressions: readonly string[];
  read(vectors: readonly DuckDBVector[], rows: number): Float64Array;
}

export interface Source {
  readonly id: string;
  readonly codelist?: Codelist;
}

/** Rows from which on it pays that the database is told all values of a component. */
const many = 10_000;

/**
 * Plans to read some components of so many rows, about. Where the vocabulary is known, the database packs the values of many
 * rows into one number, which is several times faster than carrying texts over; else the texts are carried over and numbered here.
 */
export function planGroup(
  sources: readonly Source[],
  vocabulary: Vocabulary | undefined,
  rows = Number.POSITIVE_INFINITY,
): GroupPlan {
  const known = sources.map(({ id }) => vocabulary?.values.get(id));
  let product = 1;
  for (const values of known) product *= (values?.length ?? 0) + 1;
  const packable = known.every((values) => values !== undefined && values.length <= mostCodes) && product < 2 ** 52;
  return vocabulary !== undefined && packable && rows > many
    ? packedGroup(sources, vocabulary)
    : textGroup(sources, vocabulary);
}

function packedGroup(sources: readonly Source[], vocabulary: Vocabulary): GroupPlan {
  const parts = sources.map((source) => {
    const values = vocabulary.values.get(source.id) ?? [];
    const nullable = vocabulary.nullable.has(source.id) || values.length === 0;
    return { column: { ...source, values: ['', ...values] }, nullable, size: values.length + (nullable ? 1 : 0) };
  });
  let packed = '0';
  for (const { column: target, nullable, size } of parts) {
    // A column of one value needs no reading.
    if (size > 1)
      packed = packed === '0' ? indexOf(target, nullable) : `(${packed}) * ${size} + ${indexOf(target, nullable)}`;
  }
  return {
    group: {
      columns: parts.map((part) => part.column),
      split: (code, into) => {
        let rest = code;
        for (let place = parts.length - 1; place >= 0; place -= 1) {
          const { size, nullable } = parts[place] ?? { size: 1, nullable: false };
          const index = rest % size;
          rest = (rest - index) / size;
          into[place] = nullable ? index : index + 1;
        }
      },
    },
    expressions: packed === '0' ? [] : [`CAST(${packed} AS DOUBLE)`],
    read: ([vector], rows) => (vector === undefined ? new Float64Array(rows) : readDoubles(vector, rows, 0)),
  };
}

function indexOf({ id, values }: ScanColumn, nullable: boolean): string {
  const words = values.slice(1).map((value) => `'${value.replaceAll("'", "''")}'`);
  const code = `CAST(enum_code(CAST(${column(id)} AS ENUM(${words.join(',')}))) AS BIGINT)`;
  return nullable ? `coalesce(${code} + 1, 0)` : code;
}

/** Rows that follow each other with the same texts have the same number; another text gets the next number. */
function textGroup(sources: readonly Source[], vocabulary: Vocabulary | undefined): GroupPlan {
  // A column of one value, or of none, needs no reading.
  const settled = sources.map(({ id }) => {
    const values = vocabulary?.values.get(id);
    if (values?.length === 0) return values;
    return values?.length === 1 && vocabulary?.nullable.has(id) === false ? values : undefined;
  });
  const columns = sources.map((source, place) => ({ ...source, values: ['', ...(settled[place] ?? [])] }));
  const free = columns.filter((_, place) => settled[place] === undefined);
  const freePlaces = columns.flatMap((_, place) => (settled[place] === undefined ? [place] : []));
  const expressions = free.map(({ id }) => column(id));
  const fillSettled = (into: number[]): void => {
    for (let place = 0; place < columns.length; place += 1) into[place] = settled[place]?.length ?? 0;
  };
  const numbers = free.map(({ values }) => new TextNumbers(values));
  const [only, ...others] = freePlaces;
  if (only === undefined || others.length === 0) {
    return {
      group: {
        columns,
        split: (code, into) => {
          fillSettled(into);
          if (only !== undefined) into[only] = code;
        },
      },
      expressions,
      read: ([vector], rows) => {
        const codes = new Float64Array(rows);
        if (vector !== undefined) numbers[0]?.read(vector, codes);
        return codes;
      },
    };
  }
  let batch: number[][] = [];
  let first = 0;
  let last: number[] = [];
  return {
    group: {
      columns,
      split: (code, into) => {
        fillSettled(into);
        for (const [place, index] of (batch[code - first] ?? []).entries()) into[freePlaces[place] ?? 0] = index;
      },
    },
    expressions,
    read: (vectors, rows) => {
      first += Math.max(0, batch.length - 1);
      batch = [last];
      const codes = new Float64Array(rows);
      const read = vectors.map((vector, place) => {
        const numbered = new Float64Array(rows);
        numbers[place]?.read(vector, numbered);
        return numbered;
      });
      for (let row = 0; row < rows; row += 1) {
        const indexes = read.map((numbered) => numbered[row] ?? 0);
        if (indexes.some((index, place) => index !== last[place])) {
          last = indexes;
          batch.push(indexes);
        }
        codes[row] = first + batch.length - 1;
      }
      return codes;
    },
  };
}
