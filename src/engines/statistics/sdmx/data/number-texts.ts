import type { DuckDBVector } from '@duckdb/node-api';

/** The longest text, in bytes, that fits into an exact number with its length. */
const shortest = 6;
/** Bytes of a text's place in a vector: its length, and the text itself where it is short. */
const place = 16;

/** Gives each text a number, from 1 in the order of first sight, and 0 to none; `values` grows by the texts. */
export class TextNumbers {
  readonly #values: string[];
  readonly #numbers = new Map<string, number>();
  /** Numbers of short texts by their bytes: most codes are short, and decoding a text takes longer than all else here. */
  readonly #short = new Map<number, number>();

  constructor(values: string[]) {
    this.#values = values;
  }

  /** Writes the number of each row's text into `into`. */
  read(vector: DuckDBVector, into: Float64Array): void {
    const bytes: unknown = Reflect.get(vector, 'dataView');
    const validity: unknown = Reflect.get(vector, 'validity');
    const whole = bytes instanceof DataView && isObject(validity) && Reflect.get(validity, 'data') === null;
    if (!whole) {
      for (let row = 0; row < into.length; row += 1) into[row] = this.of(vector.getItem(row));
      return;
    }
    for (let row = 0; row < into.length; row += 1) {
      const at = row * place;
      const length = bytes.getUint32(at, true);
      if (length > shortest) {
        into[row] = this.of(vector.getItem(row));
        continue;
      }
      let key = length;
      for (let byte = 0; byte < length; byte += 1) key = key * 256 + bytes.getUint8(at + 4 + byte);
      let number = this.#short.get(key);
      if (number === undefined) {
        number = this.of(vector.getItem(row));
        this.#short.set(key, number);
      }
      into[row] = number;
    }
  }

  of(item: unknown): number {
    if (typeof item !== 'string') return 0;
    const known = this.#numbers.get(item);
    if (known !== undefined) return known;
    const number = this.#values.push(item) - 1;
    this.#numbers.set(item, number);
    return number;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
