import type { Mark, Style } from './read-number.ts';

/** `1,234` may be a thousand or one and a bit. What the column's other figures show decides; without it, what is counted. */
export interface Pending {
  readonly row: number;
  readonly written: string;
  readonly thousands: number;
  readonly decimal: number;
  readonly mark: Mark;
  readonly counts: boolean;
  readonly key: Readonly<Record<string, string>>;
}

/** The marks that were seen where they leave no doubt. */
export class SeenMarks {
  readonly #thousands = new Set<Mark>();
  readonly #decimal = new Set<Mark>();

  note({ thousands, decimal }: Style): void {
    if (thousands !== undefined) this.#thousands.add(thousands);
    if (decimal !== undefined) this.#decimal.add(decimal);
  }

  /** How to read a figure with one mark before three digits; undefined when nothing decides it. */
  read({ mark, counts, thousands, decimal }: Pending): number | undefined {
    const other = mark === ',' ? '.' : ',';
    const groups = this.#thousands.has(mark) || this.#decimal.has(other);
    const points = this.#decimal.has(mark) || this.#thousands.has(other);
    if (groups !== points) return groups ? thousands : decimal;
    if (groups) return undefined;
    // Nothing else in the column: `1,234` persons are no fraction, and 12.345 is how a program writes a rate.
    if (counts) return mark === ',' ? thousands : undefined;
    return mark === '.' ? decimal : undefined;
  }
}
