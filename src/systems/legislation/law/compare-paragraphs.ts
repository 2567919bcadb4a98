/** Order of `1`, `1(a)`, `1(b)(i)`, `2`, `10`: by the parts, numbers as numbers; a whole article comes before its paragraphs. */
export function compareParagraphs(one = '', other = ''): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [a, b] = [left[at], right[at]];
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
    if (a === b) continue;
    const [x, y] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
    return a < b ? -1 : 1;
  }
  return 0;
}

const partsOf = (paragraph: string): string[] => paragraph.split(/[().\s]+/).filter((part) => part !== '');
