import type { GeoContext } from 'd3-geo';

/** Collects what d3-geo draws as the shortest path text: tenths of a pixel, relative, dots and specks left out. */
export interface PathWriter extends GeoContext {
  /** The path so far; empties the writer. */
  take(): string;
}

/** Makes a writer; rings and lines that stay within `speck` tenths of a pixel in both directions are not drawn. */
export function pathWriter(speck: number): PathWriter {
  let d = '';
  let ring: number[] = [];
  const flush = (closed: boolean): void => {
    const [west, south, east, north] = extent(ring);
    if (ring.length >= (closed ? 6 : 4) && (east - west > speck || north - south > speck)) d += relative(ring, closed);
    ring = [];
  };
  const point = (x: number, y: number): void => {
    const tx = Math.round(x * 10);
    const ty = Math.round(y * 10);
    if (ring.at(-2) !== tx || ring.at(-1) !== ty) ring.push(tx, ty);
  };
  return {
    beginPath: () => {},
    moveTo: (x, y) => {
      flush(false);
      point(x, y);
    },
    lineTo: point,
    arc: () => {},
    closePath: () => flush(true),
    take: () => {
      flush(false);
      const taken = d;
      d = '';
      return taken;
    },
  };
}

function extent(ring: readonly number[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < ring.length; index += 2) {
    west = Math.min(west, ring[index] ?? 0);
    east = Math.max(east, ring[index] ?? 0);
    south = Math.min(south, ring[index + 1] ?? 0);
    north = Math.max(north, ring[index + 1] ?? 0);
  }
  return [west, south, east, north];
}

function relative(ring: readonly number[], closed: boolean): string {
  let [x = 0, y = 0] = ring;
  const start = tenths(x);
  let text = `M${start}${joined(start, tenths(y))}l`;
  let last = '';
  const add = (value: number): void => {
    const next = tenths(value);
    text += last === '' ? next : joined(last, next);
    last = next;
  };
  for (let index = 2; index < ring.length; index += 2) {
    const nextX = ring[index] ?? 0;
    const nextY = ring[index + 1] ?? 0;
    // The last point of a ring repeats its first: closing draws it.
    if (closed && index === ring.length - 2 && nextX === ring[0] && nextY === ring[1]) break;
    add(nextX - x);
    add(nextY - y);
    x = nextX;
    y = nextY;
  }
  return closed ? `${text}z` : text;
}

/** 12 → 1.2, 5 → .5, -30 → -3. */
function tenths(value: number): string {
  const size = Math.abs(value);
  const whole = Math.floor(size / 10);
  const rest = size % 10;
  return `${value < 0 ? '-' : ''}${whole === 0 && rest > 0 ? '' : whole}${rest > 0 ? `.${rest}` : ''}`;
}

/** A number with what parts it from the one before: nothing where its sign, or a second decimal point, does that already. */
function joined(before: string, number: string): string {
  return number.startsWith('-') || (number.startsWith('.') && before.includes('.')) ? number : ` ${number}`;
}
