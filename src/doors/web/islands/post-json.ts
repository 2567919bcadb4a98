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
