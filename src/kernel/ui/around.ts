/** Numbers of the pages that a pager shows: the first, the last, and those next to the one that is open. */
export function around(page: number, last: number): number[] {
  const wanted = new Set([1, page - 1, page, page + 1, last]);
  return [...wanted].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
}
