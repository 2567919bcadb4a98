/** Several values in one cell, parted by “|”; a bar or backslash within a value gets a backslash before it. Nothing but empty ones: ''. */
export function joinList(values: readonly string[]): string {
  if (values.every((value) => value === '')) return '';
  return values.map((value) => value.replaceAll(/[\\|]/g, '\\$&')).join('|');
}

/** The values of such a cell, an empty one at each place that holds none. */
export function splitList(text: string): readonly string[] {
  if (text === '') return [];
  const values = [''];
  for (const [piece] of text.matchAll(/\\[\\|]|\||[^\\|]+|\\/g)) {
    if (piece === '|') values.push('');
    else values[values.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return values;
}
