/** The same list with other choices: empty ones are left out, and a new choice begins at the first page. */
export function withQuery(path: string, query: string, changes: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams(query);
  if (!('page' in changes)) parameters.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
  const written = parameters.toString();
  return written === '' ? path : `${path}?${written}`;
}
