import { codewordsOf } from './codewords.ts';
import { drawMatrix, type Matrix } from './draw-matrix.ts';

/** Modules of the QR code (ISO/IEC 18004, byte mode, level M) of a text of at most 412 bytes. */
export function qrMatrix(text: string): Matrix {
  const { version, codewords } = codewordsOf(text);
  return drawMatrix(version, codewords);
}

/** The dark modules as an SVG path over a box of `size`, with the quiet zone of four modules that readers need. */
export function qrPath(text: string): { size: number; path: string } {
  const matrix = qrMatrix(text);
  const path = matrix
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('');
  return { size: matrix.length + 8, path };
}
