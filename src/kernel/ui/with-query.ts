/** An address with some of its query changed; an empty value takes the name away, and a changed choice begins at the first page. */
export function withQuery(
  address: string,
  query: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const next = new URLSearchParams(query);
  if (!('page' in changes)) next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  const written = next.toString();
  return written === '' ? address : `${address}?${written}`;
}
