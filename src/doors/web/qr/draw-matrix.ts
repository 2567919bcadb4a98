/** Rows of modules; true is dark. */
export type Matrix = boolean[][];

interface Canvas {
  readonly size: number;
  readonly dark: Matrix;
  /** Modules of the finder, timing, alignment, format and version patterns, which no mask changes. */
  readonly fixed: Matrix;
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (y, x) => (x + y) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (x + y) % 3 === 0,
  (y, x) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (y, x) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (y, x) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (y, x) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Lays codewords out and takes the first mask whose balance of dark and light is good: any mask is valid to read. */
export function drawMatrix(version: number, codewords: readonly number[]): Matrix {
  const drawn = masks.map((_, mask) => drawWith(version, codewords, mask));
  const penalty = (matrix: Matrix): number => runs(matrix) + runs(transpose(matrix));
  return drawn.toSorted((a, b) => penalty(a) - penalty(b))[0] ?? [];
}

function drawWith(version: number, codewords: readonly number[], mask: number): Matrix {
  const canvas = blank(17 + 4 * version);
  drawFixed(canvas, version);
  drawFormat(canvas, mask);
  drawCodewords(canvas, codewords, masks[mask] ?? (() => false));
  return canvas.dark;
}

function blank(size: number): Canvas {
  const rows = (): Matrix => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  return { size, dark: rows(), fixed: rows() };
}

function set({ dark, fixed, size }: Canvas, y: number, x: number, value: boolean): void {
  const [row, held] = [dark[y], fixed[y]];
  if (row === undefined || held === undefined || x < 0 || x >= size) return;
  row[x] = value;
  held[x] = true;
}

function drawFixed(canvas: Canvas, version: number): void {
  const { size } = canvas;
  for (let at = 0; at < size; at += 1) {
    set(canvas, 6, at, at % 2 === 0);
    set(canvas, at, 6, at % 2 === 0);
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    ring(canvas, y, x, 4, [2, 4]);
  const places = alignmentsOf(version, size);
  const last = places.length - 1;
  for (const [i, y] of places.entries()) {
    for (const [j, x] of places.entries()) {
      const corner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!corner) ring(canvas, y, x, 2, [1]);
    }
  }
  if (version >= 7) drawVersion(canvas, version);
}

/** Concentric squares around a centre; distances in `light` stay light. */
function ring(canvas: Canvas, y: number, x: number, reach: number, light: readonly number[]): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      set(canvas, y + dy, x + dx, !light.includes(Math.max(Math.abs(dy), Math.abs(dx))));
    }
  }
}

function alignmentsOf(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (2 * count - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step)];
}

/** Remainder of a binary polynomial division, as the BCH codes of format and version need it. */
function remainderOf(value: number, bits: number, divisor: number): number {
  let rest = value;
  for (let step = 0; step < bits; step += 1) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * divisor);
  return rest & ((1 << bits) - 1);
}

function drawFormat(canvas: Canvas, mask: number): void {
  const { size } = canvas;
  const bits = ((mask << 10) | remainderOf(mask, 10, 0x537)) ^ 0x5412; // level M is 00
  const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
  for (let index = 0; index < 15; index += 1) {
    set(canvas, index < 6 ? index : index < 8 ? index + 1 : size - 15 + index, 8, bit(index));
    set(canvas, 8, index < 8 ? size - 1 - index : index === 8 ? 7 : 14 - index, bit(index));
  }
  set(canvas, size - 8, 8, true);
}

function drawVersion(canvas: Canvas, version: number): void {
  const bits = (version << 12) | remainderOf(version, 12, 0x1f25);
  for (let index = 0; index < 18; index += 1) {
    const value = ((bits >>> index) & 1) === 1;
    const [near, far] = [Math.floor(index / 3), canvas.size - 11 + (index % 3)];
    set(canvas, near, far, value);
    set(canvas, far, near, value);
  }
}

/** Two columns at a time, from the right, up and down in turn, past the timing column. */
function drawCodewords(canvas: Canvas, codewords: readonly number[], mask: (y: number, x: number) => boolean): void {
  const { size, dark, fixed } = canvas;
  let index = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (row === undefined || fixed[y]?.[x] === true) continue;
        const value = (((codewords[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1) === 1;
        row[x] = value !== mask(y, x);
        index += 1;
      }
    }
  }
}

function transpose(matrix: Matrix): Matrix {
  return matrix.map((_, at) => matrix.map((row) => row[at] === true));
}

/** Penalty for runs of five or more equal modules in a row (ISO/IEC 18004, 7.8.3, N1). */
function runs(matrix: Matrix): number {
  let penalty = 0;
  for (const row of matrix) {
    let length = 0;
    for (const [at, module] of row.entries()) {
      length = at > 0 && module === row[at - 1] ? length + 1 : 1;
      if (length === 5) penalty += 3;
      else if (length > 5) penalty += 1;
    }
  }
  return penalty;
}
