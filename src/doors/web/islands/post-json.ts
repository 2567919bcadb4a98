/** Posts JSON to this site and answers what comes back; an Error named `Refused` with the server's sentence otherwise. */
export async function postJson(address: string, body: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  if (answer.ok) return said;
  const title = typeof said === 'object' && said !== null && 'title' in said ? String(said.title) : '';
  throw Object.assign(new Error(title), { name: 'Refused' });
}

/** What to tell of a failure: the server's own sentence, in the language of the page, or else `failed`; a browser's words are its own. */
export function sentenceOf(reason: unknown, failed: string): string {
  return reason instanceof Error && reason.name === 'Refused' && reason.message !== '' ? reason.message : failed;
}
