import { correctionOf } from './reed-solomon.ts';

// Level M (15 % of the code may be lost), versions 1 to 15: correction bytes a block, and blocks (ISO/IEC 18004, table 9).
const correctionBytes = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];

/** Bytes, data and correction together, that a version holds. */
function capacity(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const taken = alignments === 0 ? 0 : (25 * alignments - 10) * alignments - 55 + (version >= 7 ? 36 : 0);
  return Math.floor(((16 * version + 128) * version + 64 - taken) / 8);
}

function layout(version: number): { total: number; correction: number; blocks: number; data: number } {
  const correction = correctionBytes[version - 1] ?? 0;
  const blocks = blockCounts[version - 1] ?? 0;
  const total = capacity(version);
  return { total, correction, blocks, data: total - correction * blocks };
}

/** The smallest version that holds the text as bytes, and its codewords in drawing order. RangeError beyond 412 bytes. */
export function codewordsOf(text: string): { version: number; codewords: number[] } {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= blockCounts.length; version += 1) {
    const lengthBits = version < 10 ? 8 : 16;
    if (Math.ceil((4 + lengthBits) / 8) + bytes.length <= layout(version).data) {
      return { version, codewords: interleave(version, packBits(bytes, lengthBits, layout(version).data)) };
    }
  }
  throw new RangeError('the text is too long for a QR code of version 15');
}

/** Byte mode: indicator, length, bytes, terminator, then the two padding bytes in turn. */
function packBits(bytes: Uint8Array, lengthBits: number, size: number): number[] {
  const bits = `0100${bytes.length.toString(2).padStart(lengthBits, '0')}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const data = (bits.match(/.{1,8}/g) ?? []).map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2)).slice(0, size);
  for (let pad = 0xec; data.length < size; pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

function interleave(version: number, data: readonly number[]): number[] {
  const { blocks, correction, data: size } = layout(version);
  const short = Math.floor(size / blocks);
  const longOnes = size % blocks;
  let at = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const length = short + (index >= blocks - longOnes ? 1 : 0);
    const part = data.slice(at, (at += length));
    return { part, check: correctionOf(part, correction) };
  });
  const column = (length: number, pick: (part: (typeof parts)[number]) => readonly number[]): number[] =>
    Array.from({ length }, (_, index) => parts.flatMap((part) => pick(part)[index] ?? [])).flat();
  return [...column(short + 1, ({ part }) => part), ...column(correction, ({ check }) => check)];
}
