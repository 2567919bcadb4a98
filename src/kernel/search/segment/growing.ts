type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers whose count is not known before; the array doubles. */
export class Growing<A extends Numbers> {
  length = 0;
  values: A;
  readonly #make: (size: number) => A;

  constructor(make: (size: number) => A, size = 64) {
    this.#make = make;
    this.values = make(size);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.#grow(this.length + 1);
    this.values[this.length++] = value;
  }

  pushAll(values: A): void {
    if (this.length + values.length > this.values.length) this.#grow(this.length + values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  /** 7 bits a byte, low first, the high bit says that more follow. For whole numbers from 0 to 2^32 - 1. */
  pushVarint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.push(rest);
  }

  /** The numbers in an array of just their size. */
  finished(): A {
    const exact = this.#make(this.length);
    exact.set(this.values.subarray(0, this.length));
    this.values = this.#make(0);
    return exact;
  }

  #grow(needed: number): void {
    const larger = this.#make(Math.max(needed, Math.ceil(this.values.length * 1.6), 64));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}

export const growingBytes = (): Growing<Uint8Array<ArrayBuffer>> => new Growing((size) => new Uint8Array(size));
export const growingNumbers = (): Growing<Uint32Array<ArrayBuffer>> => new Growing((size) => new Uint32Array(size));
