/** Documents of a segment, ascending, with what they score so far. Only the first `count` of each are meant. */
export interface Matches {
  readonly documents: Uint32Array;
  readonly scores: Float32Array;
  count: number;
}

/** Arrays that one query after another uses, so that a query over a million documents leaves nothing to collect. */
export class Arena {
  readonly #free = new Map<number, ArrayBuffer[]>();
  readonly #used = new Map<number, ArrayBuffer[]>();

  matches(size: number): Matches {
    return { documents: new Uint32Array(this.#take(size)), scores: new Float32Array(this.#take(size)), count: 0 };
  }

  numbers(size: number): Int32Array {
    return new Int32Array(this.#take(size));
  }

  /** All that was taken may be used again. */
  reset(): void {
    for (const [size, buffers] of this.#used) {
      const free = this.#free.get(size) ?? [];
      // A few of each size are enough; what one great query took is given back.
      free.push(...buffers.slice(0, Math.max(0, 12 - free.length)));
      this.#free.set(size, free);
    }
    this.#used.clear();
  }

  #take(size: number): ArrayBuffer {
    const bytes = 4 * 2 ** Math.ceil(Math.log2(Math.max(size, 256)));
    const buffer = this.#free.get(bytes)?.pop() ?? new ArrayBuffer(bytes);
    const used = this.#used.get(bytes) ?? [];
    used.push(buffer);
    this.#used.set(bytes, used);
    return buffer;
  }
}
