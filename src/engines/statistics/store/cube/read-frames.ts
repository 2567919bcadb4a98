import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Frame } from '../../checks/frame.ts';
import { frameOf } from '../../checks/frame.ts';
import type { Layout } from '../../checks/layout.ts';
import { layoutOf } from '../../checks/layout.ts';
import type { DataStructure } from '../../model/structure.ts';
import { identifier, literal } from './sql-text.ts';
import type { Workshop } from './workshop.ts';

/** The layout of a flow over the periods that occur in the sorted batch, in order. */
export async function layoutFor(workshop: Workshop, structure: DataStructure): Promise<Layout> {
  const rows = await workshop.rows(
    'SELECT DISTINCT TIME_PERIOD AS p FROM sorted WHERE TIME_PERIOD IS NOT NULL ORDER BY 1',
  );
  return layoutOf(
    structure,
    rows.map(({ p }) => String(p)),
  );
}

/**
 * Streams the usable rows of the sorted batch as one frame an area, in the order of key, period and row. Codes come as
 * numbers: DuckDB looks them up through ENUM types, which is many times faster than handing texts over.
 */
export async function* readFrames(workshop: Workshop, layout: Layout): AsyncGenerator<Frame> {
  if (layout.periods.length === 0) return;
  for (const [place, { codes }] of layout.dimensions.entries()) await makeEnum(workshop, `codes_${place}`, codes);
  await makeEnum(workshop, 'periods', layout.periods);
  const ids = layout.dimensions.map(({ id }) => identifier(id));
  const codes = ids.map((id, place) => `enum_code(${id}::codes_${place})::INTEGER AS d${place}`);
  // The file is sorted by key: areas lie together when nothing but the frequency comes before them.
  const together = layout.area <= 0 || (layout.area === 1 && layout.dimensions[0]?.id === 'FREQ');
  const order = together ? '' : `ORDER BY ${[ids[layout.area], ...ids, 'TIME_PERIOD', '_row'].join(', ')}`;
  const result = await workshop.connection.stream(
    `SELECT ${codes.join(', ')}, enum_code(TIME_PERIOD::periods)::INTEGER AS p, coalesce(OBS_VALUE, 'NaN'::DOUBLE) AS v, _row
     FROM sorted WHERE _kind < 2 ${order}`,
  );
  const width = layout.dimensions.length;
  const areaAt = Math.max(layout.area, 0);
  let gathered = new Gathered(width);
  // The next chunk is made while this one is read; left unread after an error elsewhere, its own is of no interest.
  const fetch = (): ReturnType<typeof result.fetchChunk> => {
    const chunk = result.fetchChunk();
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = fetch();
  for (;;) {
    const chunk = await next;
    if (chunk === null || chunk.rowCount === 0) break;
    next = fetch();
    const portion = decode(chunk, width);
    const area = layout.area < 0 ? undefined : portion.integers[areaAt];
    for (let from = 0; from < chunk.rowCount;) {
      let to = chunk.rowCount;
      if (area !== undefined) for (to = from + 1; to < chunk.rowCount && area[to] === area[from];) to++;
      if (gathered.length > 0 && area !== undefined && gathered.last(areaAt) !== area[from]) {
        yield gathered.frame();
        gathered = new Gathered(width);
      }
      gathered.add(portion, from, to);
      from = to;
    }
  }
  if (gathered.length > 0) yield gathered.frame();
}

/** Growing columns of one area. */
class Gathered {
  length = 0;
  #capacity = 4096;
  readonly #integers: Int32Array[];
  #values = new Float64Array(this.#capacity);

  /** Columns: the dimensions, the period, the row. */
  constructor(width: number) {
    this.#integers = Array.from({ length: width + 2 }, () => new Int32Array(this.#capacity));
  }

  last(column: number): number | undefined {
    return this.#integers[column]?.[this.length - 1];
  }

  add({ integers, values }: Portion, from: number, to: number): void {
    this.#grow(this.length + to - from);
    for (const [place, column] of integers.entries())
      this.#integers[place]?.set(column.subarray(from, to), this.length);
    this.#values.set(values.subarray(from, to), this.length);
    this.length += to - from;
  }

  frame(): Frame {
    const cut = this.#integers.map((column) => column.subarray(0, this.length));
    const rows = cut.pop() ?? new Int32Array();
    const periods = cut.pop() ?? new Int32Array();
    return frameOf({ dimensions: cut, periods, rows, values: this.#values.subarray(0, this.length) });
  }

  #grow(needed: number): void {
    if (needed <= this.#capacity) return;
    while (this.#capacity < needed) this.#capacity *= 2;
    for (const [place, column] of this.#integers.entries()) {
      const larger = new Int32Array(this.#capacity);
      larger.set(column);
      this.#integers[place] = larger;
    }
    const values = new Float64Array(this.#capacity);
    values.set(this.#values);
    this.#values = values;
  }
}

interface Portion {
  /** The dimensions, the period, the row. */
  readonly integers: readonly Int32Array[];
  readonly values: Float64Array;
}

function decode(chunk: DuckDBDataChunk, width: number): Portion {
  const read = <A extends Int32Array | Float64Array>(column: number, into: A): A => {
    const vector = chunk.getColumnVector(column);
    // No column here has an empty cell, so the vector's own memory can be copied: ten times faster than asking for each item.
    const own: unknown = Reflect.get(vector, 'items');
    if (own instanceof Int32Array || own instanceof Float64Array) {
      into.set(own.subarray(0, into.length));
      return into;
    }
    for (let place = 0; place < into.length; place++) into[place] = Number(vector.getItem(place));
    return into;
  };
  const places = [...Array.from({ length: width + 1 }, (_, place) => place), width + 2];
  return {
    integers: places.map((place) => read(place, new Int32Array(chunk.rowCount))),
    values: read(width + 1, new Float64Array(chunk.rowCount)),
  };
}

async function makeEnum(workshop: Workshop, name: string, values: readonly string[]): Promise<void> {
  await workshop.run(`CREATE OR REPLACE TYPE ${name} AS ENUM (${values.map(literal).join(', ')})`);
}
