import { growingNumbers, growingBytes } from './growing.ts';

const mostFound = 500;

/** Many strings in one block of bytes, so that the collector has nothing to walk and a file is read as it lies. */
export class StringTable {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly #buffer: Buffer;
  /** One query asks for the same few strings again and again. */
  readonly #found = new Map<string, number>();

  /** String n is UTF-8 from `starts[n]` to `starts[n + 1]`. */
  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes;
    this.starts = starts;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  at(index: number): string {
    return this.#buffer.toString('utf8', this.starts[index], this.starts[index + 1]);
  }

  /** The first string that is not before this one, in a table sorted by UTF-16 units; `order` names the strings in that order. */
  firstFrom(wanted: string, order?: Uint32Array): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(order === undefined ? middle : order[middle]!) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the string stands in a sorted table, or -1. */
  find(wanted: string): number {
    const known = this.#found.get(wanted);
    if (known !== undefined) return known;
    const index = this.firstFrom(wanted);
    const found = index < this.size && this.at(index) === wanted ? index : -1;
    if (this.#found.size >= mostFound) this.#found.clear();
    this.#found.set(wanted, found);
    return found;
  }
}

/** Collects strings in the order given. */
export function growingStrings(): { push(text: string): void; finished(): StringTable } {
  const bytes = growingBytes();
  const starts = growingNumbers();
  starts.push(0);
  return {
    push(text) {
      bytes.pushAll(new Uint8Array(Buffer.from(text, 'utf8')));
      starts.push(bytes.length);
    },
    finished: () => new StringTable(bytes.finished(), starts.finished()),
  };
}
