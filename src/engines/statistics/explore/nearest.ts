/** The word that is spelled most like the one given, or undefined when none is near (more than a third of the letters differ). */
export function nearest<T>(
  wanted: string,
  among: readonly T[],
  spellings: (one: T) => readonly string[],
): T | undefined {
  const word = wanted.toUpperCase();
  let best: { one: T; far: number } | undefined;
  for (const one of among) {
    for (const spelling of spellings(one)) {
      const other = spelling.toUpperCase();
      const starts = word.length >= 3 && other.startsWith(word) ? 0.5 : Number.POSITIVE_INFINITY;
      const far = Math.min(starts, distance(word, other));
      if (best === undefined || far < best.far) best = { one, far };
    }
  }
  return best !== undefined && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.one : undefined;
}

/** Edits that make one word of the other (Levenshtein), counted up to 40 letters. */
function distance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 40), other.slice(0, 40)];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let at = 1; at <= b.length; at++) {
      const same = (before[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      line.push(Math.min(same, (before[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    before = line;
  }
  return before[b.length] ?? 0;
}
