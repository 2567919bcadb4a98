/** Another code in one dimension: the way from a figure to the one it is compared with. */
export interface Step {
  readonly place: number;
  readonly code: number;
}

/**
 * Finds the row whose key differs from a given row's in named dimensions only. The hash is a sum over the dimensions, so
 * that a changed code changes it by a difference; every hit is verified, so equal hashes never mix two keys.
 */
export class RowIndex {
  readonly #dimensions: readonly Int32Array[];
  readonly #periods: Int32Array;
  readonly #out: Uint8Array;
  readonly #factors: Int32Array;
  readonly #periodFactor: number;
  readonly #hashes: Int32Array;
  #slots: Int32Array | undefined;
  #mask = 0;

  constructor(dimensions: readonly Int32Array[], periods: Int32Array, out: Uint8Array) {
    this.#dimensions = dimensions;
    this.#periods = periods;
    this.#out = out;
    // Odd multipliers far apart (Knuth's golden ratio and its powers).
    this.#factors = Int32Array.from(dimensions, (_, d) => multiplier(d + 1));
    this.#periodFactor = multiplier(dimensions.length + 1);
    this.#hashes = new Int32Array(periods.length);
  }

  /** Place of the row with these codes instead, same period (or `period`), or -1. Rows marked out are never found. */
  find(row: number, steps: readonly Step[], period = this.#periods[row] ?? 0): number {
    const slots = this.#slots ?? this.#build();
    let hash = (this.#hashes[row] ?? 0) + Math.imul(period - (this.#periods[row] ?? 0), this.#periodFactor);
    for (const { place, code } of steps) {
      hash += Math.imul(code - (this.#dimensions[place]?.[row] ?? 0), this.#factors[place] ?? 0);
    }
    for (let slot = scatter(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = (slots[slot] ?? 0) - 1;
      if (found < 0) return -1;
      if (this.#hashes[found] === (hash | 0) && this.#matches(found, row, steps, period)) {
        return this.#out[found] === 1 ? -1 : found;
      }
    }
  }

  #matches(found: number, row: number, steps: readonly Step[], period: number): boolean {
    if (this.#periods[found] !== period) return false;
    for (let d = 0; d < this.#dimensions.length; d++) {
      const column = this.#dimensions[d];
      if (column === undefined) continue;
      let wanted = column[row];
      for (const { place, code } of steps) if (place === d) wanted = code;
      if (column[found] !== wanted) return false;
    }
    return true;
  }

  /** Of rows given twice only the first is kept: the duplicate check has spoken on the others. */
  #build(): Int32Array {
    const length = this.#periods.length;
    this.#mask = 2 ** Math.ceil(Math.log2(Math.max(length, 1) * 2 + 1)) - 1;
    const slots = new Int32Array(this.#mask + 1);
    this.#slots = slots;
    for (let row = 0; row < length; row++) {
      let hash = Math.imul(this.#periods[row] ?? 0, this.#periodFactor);
      for (let d = 0; d < this.#dimensions.length; d++) {
        hash += Math.imul(this.#dimensions[d]?.[row] ?? 0, this.#factors[d] ?? 0);
      }
      this.#hashes[row] = hash;
    }
    for (let row = 0; row < length; row++) {
      const hash = this.#hashes[row] ?? 0;
      let slot = scatter(hash) & this.#mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & this.#mask) {
        const other = (slots[slot] ?? 0) - 1;
        if (this.#hashes[other] === hash && this.#matches(other, row, [], this.#periods[row] ?? 0)) break;
      }
      if (slots[slot] === 0) slots[slot] = row + 1;
    }
    return slots;
  }
}

const multiplier = (n: number): number => Math.imul(0x9e3779b1, 2 * n * n + 2 * n + 1) | 1;

function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
