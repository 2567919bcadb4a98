import { jsonOf, runMandata, type Ended, type TestServer } from '#kernel/testing/index.ts';
import * as z from 'zod';

/** Asks as somebody who is signed in by token; a string as body is a CSV file, anything else JSON. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

interface Administrator {
  readonly token: string;
  readonly on: (server: TestServer) => Ask;
}

/** Invites an administrator to a house without demonstration, as its operator would, and gives their token and the way to ask as them. */
export async function anAdministrator(server: TestServer): Promise<Administrator> {
  const { data } = server;
  const run = (...words: string[]): Promise<Ended> => runMandata(words, { data, env: { MANDATA_DEMO: '0' } });
  const email = 'root@office.example';
  await run('organizations', 'create', 'Office', '--kind', 'secretariat', '--unit', 'statistics');
  const invited = await run('accounts', 'invite', email, '--role', 'administrator', '--organization', 'Office');
  const link = /[?&#/]([\w-]{20,})\s*$/.exec(invited.out)?.[1];
  if (link === undefined) throw new Error(`no link in: ${invited.out}${invited.err}`);
  const accepted = await server.ask('/api/v1/account/invitation', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link, password: 'a long enough pass phrase' }),
  });
  if (!accepted.ok) throw new Error(await accepted.text());
  const { token } = z
    .object({ token: z.string() })
    .parse(jsonOf(await run('token', 'create', '--account', email, '--json')));
  const on =
    (server: TestServer): Ask =>
    (method, path, body) =>
      server.ask(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
  return { token, on };
}
