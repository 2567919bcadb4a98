import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, type TestServer } from '#kernel/testing/index.ts';
import { anAdministrator, type Ask } from './testing/an-administrator.ts';
import { descriptionSchema, fuzzedRequests, seeded, type Description } from './testing/fuzz.ts';
import { requestsWithNul } from './testing/requests-with-nul.ts';

const requests = 2000;

describe('hostile requests', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let server: TestServer;
  let ask: Ask;
  let token: string;
  before(async () => {
    folder = await aFolder();
    server = await aServer({ data: join(folder.path, 'data'), env: { MANDATA_DEMO: '0', MANDATA_TRUST_PROXY: '1' } });
    const administrator = await anAdministrator(server);
    token = administrator.token;
    ask = administrator.on(server);
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  /** Sends bytes as they are; gives the status of the answer, or 0 when the connection was only closed. */
  const send = async (bytes: string | Buffer): Promise<{ status: number; text: string }> => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    await once(socket, 'connect');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined); // a server may close on what it will not read
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.setTimeout(20_000, () => socket.destroy());
    socket.write(bytes);
    await closed;
    const text = Buffer.concat(chunks).toString();
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
  };
  const line = (target: string, headers = ''): string =>
    `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`;

  const addresses: Record<string, [target: string, ...statuses: number[]]> = {
    'an unknown language': ['/zz/areas/KEN', 404],
    'a page that is none': ['/en/no/such/page', 404],
    'a very long path': [`/en/${'a/'.repeat(3000)}`, 404, 414],
    'a very long query': [`/en/search?q=${'a'.repeat(10_000)}`, 200, 400, 414],
    'percent signs that encode nothing': ['/en/areas/%', 400, 404],
    'bytes that are no UTF-8': ['/en/areas/%ff%fe', 400, 404],
    'a NUL in the path': ['/en/areas/%00', 400],
    'a NUL in the query': ['/en/search?q=a%00b', 400],
    'a NUL in the query of the API': ['/api/v1/search?q=%00&kind=%00', 400],
    'a NUL in an SDMX key': ['/sdmx/rest/data/MANDATA,PRISONS/A.%00', 400],
    'an encoded percent sign that only looks like a NUL': ['/en/search?q=%2500', 200],
    'a path out of the folder': ['/assets/../../../../etc/passwd', 400, 404],
    'an encoded path out of the folder': ['/assets/..%2f..%2f..%2fetc%2fpasswd', 400, 404],
    'a broken SDMX key': ['/sdmx/rest/data/MANDATA,PRISONS/A..(+', 400, 404],
    'a huge SDMX key': [`/sdmx/rest/data/MANDATA,PRISONS/A.${'KEN+'.repeat(3500)}X`, 400, 404, 413, 414],
    'an absolute address': ['http://evil.example/en', 200, 302, 400, 404],
    'no address': ['*', 400, 404],
  };
  for (const [name, [target, ...statuses]] of Object.entries(addresses)) {
    it(`${name}: ${statuses.join(' or ')}`, async () => {
      const { status, text } = await send(line(target));
      assert.ok(statuses.includes(status), `${status}: ${text.slice(0, 300)}`);
      assert.doesNotMatch(text, /root:|node_modules|\bat .*\.ts:\d/, 'nothing of the machine is told');
    });
  }

  it('a header of 10 MB is refused, and the connection closed', async () => {
    const { status } = await send(line('/en', `X-Long: ${'a'.repeat(10_000_000)}\r\n`));
    assert.ok([0, 400, 413, 431].includes(status), String(status));
  });

  it('what is no HTTP at all is refused', async () => {
    const { status } = await send(Buffer.from('160301020001000001fc0303', 'hex'));
    assert.ok([0, 400].includes(status), String(status));
    const both = await send(
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    assert.ok([0, 400].includes(both.status), 'a length said twice');
  });

  it('a body that is too large is refused', async () => {
    const answer = await ask('POST', '/api/v1/organizations', { name: 'a'.repeat(5_000_000), kind: 'partner' });
    assert.equal(answer.status, 413, await answer.text());
  });

  it('a page of another site cannot write', async () => {
    const answer = await server.ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: '{"email":"a@example.org","password":"x"}',
    });
    assert.equal(answer.status, 403);
  });

  /** The description, and what is behind it asked with U+0000 in each place that takes text. */
  const described = async (): Promise<Description> =>
    descriptionSchema.parse(await (await server.ask('/api/openapi.json')).json());

  it('every operation declares what the door itself may answer', async () => {
    for (const [path, methods] of Object.entries((await described()).paths))
      for (const [method, { responses, requestBody }] of Object.entries(methods)) {
        const expected = ['400', '401', '503', ...(method === 'get' ? [] : ['403', '429'])];
        if (requestBody !== undefined) expected.push('413', '415');
        for (const status of expected) assert.ok(status in responses, `${method} ${path} does not declare ${status}`);
      }
  });

  it('U+0000 is refused with a sentence wherever the API takes text', async () => {
    const all = requestsWithNul(await described());
    assert.ok(all.length >= 60, `only ${all.length} places`);
    // Registers have the same addresses each: some of all are enough.
    const asked = all.filter((_one, at) => at % Math.ceil(all.length / 200) === 0);
    for (const { method, path, type, body } of asked) {
      const headers = { ...(type !== undefined && { 'content-type': type }) };
      const answer = await signedIn(method, path, headers, body);
      const said = await answer.text();
      assert.equal(answer.status, 400, `${method} ${path} ${body ?? ''}: ${said}`);
      // A file that is uploaded is read by its importer, which has its own words for what is wrong in it.
      const words =
        body !== undefined && path.endsWith('/imports') ? /"title":"[^"{}]+\."/ : /"title":"[^"]*U\+0000[^"]*\."/;
      assert.match(said, words, `${method} ${path}`);
    }
  });

  it('forms with U+0000, or that cannot be read, are refused with a sentence', async () => {
    const forms = [
      'sign-in',
      'sign-in/second-factor',
      'forgotten-password',
      'invitation',
      'report-error',
      'preferences',
    ];
    const type = 'application/x-www-form-urlencoded';
    const bodies: [type: string, body: string][] = [
      [type, 'email=a%00b%40example.org&message=a%00b&token=%00&password=%00&code=%00'],
      [type, '%00=a'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\0b\r\n--x--\r\n',
      ],
      ['multipart/form-data', 'no boundary'],
    ];
    for (const form of forms)
      for (const [contentType, body] of bodies) {
        const headers = { 'content-type': contentType, accept: 'text/html', ...aPlace() };
        const answer = await server.ask(`/en/${form}`, { method: 'POST', headers, body });
        assert.equal(answer.status, 400, `${form} ${body}`);
        assert.match(await answer.text(), /U\+0000|could not be read/, `${form} ${body}`);
      }
    for (const sent of ['{', '[]', '{"response":null}']) {
      const headers = { 'content-type': 'application/json', ...aPlace() };
      const answer = await server.ask('/en/sign-in/passkey/finish', { method: 'POST', headers, body: sent });
      assert.equal(answer.status, 400, sent);
    }
  });

  it('a refusal is in the language of the request, with its numbers put in', async () => {
    const expected = { en: /^Too many requests .* in 1 second\.$/, fr: /seconde/, ar: /ثاني/, ru: /секунд/ };
    const write = (language: string): Promise<Response> =>
      server.ask('/api/v1/session', {
        method: 'DELETE',
        headers: { 'accept-language': language, 'x-forwarded-for': '192.0.2.77' },
      });
    for (let sent = 0; sent < 400 && (await write('en')).status !== 429; sent += 1);
    for (const [language, words] of Object.entries(expected)) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => write(language)));
      const refused = answers.find(({ status }) => status === 429);
      assert.ok(refused, 'writes beyond the limit are slowed');
      assert.equal(refused.headers.get('content-language'), language);
      const { title } = z.object({ title: z.string() }).parse(await refused.json());
      assert.match(title, words);
      assert.doesNotMatch(title, /[{}]/);
    }
  });

  it(`${requests} requests made from the API's own description meet no failure and no answer that it does not declare`, async () => {
    const fuzz = fuzzedRequests(await described(), seeded(20_261_122));
    const wrong = new Map<string, string>();
    let sent = 0;
    const client = async (): Promise<void> => {
      while (sent < requests) {
        sent += 1;
        const { method, template, path, headers, body, declared } = fuzz.next().value;
        // Accounts that lock themselves out, and passwords that take time by intent, have tests of their own.
        if (/password|\/session$/.test(template) && method !== 'GET' && sent % 10 !== 0) continue;
        const answer = await (sent % 2 === 0 ? anonymously : signedIn)(method, path, headers, body);
        const text = await answer.text();
        if (answer.status >= 500 || !declared.has(answer.status) || /"title":"[^"]*(\{\w+[,}]|must match)/.test(text))
          wrong.set(
            `${answer.status} ${method} ${template}`,
            `${path.slice(0, 200)} ${body?.slice(0, 200) ?? ''} → ${text.slice(0, 200)}`,
          );
      }
    };
    await Promise.all([client(), client(), client(), client()]);
    assert.deepEqual(Object.fromEntries(wrong), {});
    assert.deepEqual(
      server.log.filter((each) => each.includes('"level":"error"')),
      [],
    );
    assert.equal((await server.ask('/readyz')).status, 200);
  });
  let places = 0;
  /** Another address for each request, so that the limit on one address does not answer in the place of the routes. */
  const aPlace = (): Record<string, string> => {
    places += 1;
    return { 'x-forwarded-for': `10.1.${places >> 8}.${places & 255}` };
  };
  const anonymously = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Response> =>
    server.ask(path, { method, headers: { ...headers, ...aPlace() }, ...(body !== undefined && { body }) });
  const signedIn: typeof anonymously = (method, path, headers, body) =>
    anonymously(method, path, { ...headers, authorization: `Bearer ${token}` }, body);
});
