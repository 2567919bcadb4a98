/** An article and its paragraph as lawyers cite them: `5` and `1(a)` give `5(1)(a)`. */
export function citedPlace(article: string, paragraph?: string): string {
  const parts = (paragraph ?? '').split(/[()\s]+/).filter((part) => part !== '');
  return article + parts.map((part) => `(${part})`).join('');
}
