import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Problem } from '#kernel/errors/problem.ts';
import { hostileUrls, resolvesTo } from './testing.ts';
import { isPublicAddress } from './addresses.ts';
import { createNetClient, type NetClientOptions, type NetRequest } from './client.ts';
import { oneAtATime } from './politeness.ts';

type Page = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let port = 0;
let connections = 0;
let page: Page = (_, response) => void response.end('hello');
let seen: IncomingMessage[] = [];

before(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    page(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  ({ port } = address);
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  connections = 0;
  seen = [];
  page = (_, response) => void response.end('hello');
});

const resolve = async (host: string) =>
  (resolvesTo[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const guarded = createNetClient({ resolve });
const local = (options: NetClientOptions = {}) =>
  createNetClient({ allow: { networks: ['127.0.0.1'] }, resolve, ...options });
const get = (path: string, request: NetRequest = {}, options: NetClientOptions = {}) =>
  local(options).request(`http://127.0.0.1:${port}${path}`, request);

function refused(kind: Problem['kind'], words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, words);
    return true;
  };
}

describe('addresses that must not be reached', () => {
  test('every spelling is refused, and nothing connects', async () => {
    const urls = hostileUrls(port);
    assert.ok(urls.length >= 150, `${urls.length} spellings`);
    for (const url of urls) {
      await assert.rejects(
        guarded.request(url).then((answer) => answer.discard()),
        (error: unknown) => {
          assert.ok(
            error instanceof Problem && ['invalid', 'forbidden'].includes(error.kind),
            `${url}: ${String(error)}`,
          );
          return true;
        },
        url,
      );
    }
    assert.equal(connections, 0);
  });

  test('every spelling is refused when an answer leads there', async () => {
    for (const url of hostileUrls(port).filter((one) => one.includes('://'))) {
      // What is no address at all leads nowhere, and the answer stands as it is.
      if (URL.parse(url) === null) continue;
      if (new URL(url).host === `127.0.0.1:${port}` && new URL(url).username === '') continue;
      page = (_, response) =>
        void response.writeHead(302, { location: url.replaceAll(/[^ -~]/g, encodeURIComponent) }).end();
      await assert.rejects(
        get('/', {}, { allow: { hosts: ['127.0.0.1'] } }).then((answer) => answer.discard()),
        (error: unknown) => error instanceof Problem && ['invalid', 'forbidden'].includes(error.kind),
        url,
      );
    }
  });

  test('a name that means another address the second time is connected to the first, which was checked', async () => {
    let asked = 0;
    const rebinding = createNetClient({
      resolve: async () => [{ address: asked++ === 0 ? '203.0.113.254' : '127.0.0.1', family: 4 }],
    });
    await assert.rejects(
      rebinding.request(`http://rebinding.example:${port}/`),
      refused('forbidden', /private network/),
    );
    assert.equal(asked, 1);
    assert.equal(connections, 0);
  });

  test('public addresses are told from others', () => {
    for (const address of [
      '1.1.1.1',
      '93.184.215.14',
      '172.32.0.1',
      '100.128.0.1',
      '2606:4700::1111',
      '2a00:1450::1',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
    ]) {
      assert.equal(isPublicAddress(address), true, address);
    }
    for (const address of [
      '',
      'localhost',
      '1.1.1',
      '2606:4700::1%eth0',
      '::',
      '::1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
    ]) {
      assert.equal(isPublicAddress(address), false, address);
    }
  });

  test('what is allowed by name or network is reached, and nothing beside it', async () => {
    assert.equal(await (await get('/')).text(), 'hello');
    const byName = createNetClient({
      allow: { hosts: ['intranet.example'] },
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    assert.equal(await (await byName.request(`http://intranet.example:${port}/`)).text(), 'hello');
    await assert.rejects(byName.request(`http://other.example:${port}/`), refused('forbidden', /private network/));
    await assert.rejects(byName.request(`http://127.0.0.1:${port}/`), refused('forbidden', /private network/));
  });

  test('messages show neither passwords nor keys of the address', async () => {
    await assert.rejects(
      guarded.request('http://user:geheim@public.example/'),
      (error: unknown) => !String(error).includes('geheim'),
    );
    await assert.rejects(
      guarded.request('http://10.0.0.1/?key=geheim'),
      (error: unknown) => !String(error).includes('geheim'),
    );
  });
});

describe('answers', () => {
  test('status, type, charset and text are given; failures are answers too', async () => {
    page = (_, response) =>
      void response.writeHead(404, { 'content-type': 'Text/HTML; charset="ISO-8859-1"' }).end(Buffer.from([0xe9]));
    const answer = await get('/missing');
    assert.deepEqual(
      [answer.status, answer.ok, answer.contentType, answer.charset, await answer.text()],
      [404, false, 'text/html', 'iso-8859-1', 'é'],
    );
  });

  test('a copy at hand is asked about, and "not modified" is told', async () => {
    page = (request, response) => {
      const same = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined;
      response
        .writeHead(same ? 304 : 200, { etag: '"v1"', 'last-modified': 'Tue, 05 Mar 2024 10:00:00 GMT' })
        .end(same ? undefined : 'body');
    };
    const first = await get('/');
    assert.equal(await first.text(), 'body');
    assert.ok(first.etag !== undefined && first.lastModified !== undefined);
    const second = await get('/', { etag: first.etag, modifiedSince: first.lastModified });
    assert.equal(second.notModified, true);
    assert.equal(await second.text(), '');
  });

  for (const [encoding, pack] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
    test(`${encoding} is unpacked, within the bound`, async () => {
      page = (_, response) =>
        void response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.alloc(5_000_000, 'a')));
      assert.equal((await (await get('/')).bytes()).length, 5_000_000);
      await assert.rejects(
        (await get('/', { limits: { bytes: 100_000 } })).bytes(),
        refused('too-large', /larger than 100000/),
      );
    });
  }

  test('a type that was not asked for is refused before its body is read', async () => {
    page = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('x');
    await assert.rejects(
      get('/', { accept: ['application/rss+xml', 'application/*'] }),
      refused('unsupported-media-type', /text\/html where application\/rss\+xml/),
    );
    const answer = await get('/', { accept: ['text/*'] });
    answer.discard();
  });

  test('who asks is said, and what is sent arrives', async () => {
    let body = '';
    page = (request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end());
    };
    const answer = await get(
      '/',
      {
        method: 'POST',
        body: (async function* () {
          yield Buffer.from('a');
          yield Buffer.from('b');
        })(),
        headers: { 'x-key': '1' },
      },
      { userAgent: 'Test/1' },
    );
    answer.discard();
    assert.equal(body, 'ab');
    assert.equal(seen[0]?.headers['user-agent'], 'Test/1');
    assert.equal(seen[0]?.headers['x-key'], '1');
  });
});

describe('redirects', () => {
  test('are followed so many times, and the last address is told', async () => {
    page = (request, response) => {
      const step = Number(request.url?.slice(1));
      if (step > 0) response.writeHead(302, { location: `/${step - 1}` }).end();
      else response.end('there');
    };
    const answer = await get('/5');
    assert.equal(await answer.text(), 'there');
    assert.equal(answer.url, `http://127.0.0.1:${port}/0`);
    await assert.rejects(get('/6'), refused('unavailable', /more than 5 times/));
  });

  test('do not carry headers to another host, nor a body anywhere', async () => {
    const allow = { hosts: ['other.example', '127.0.0.1'] };
    const toLoopback = async () => [{ address: '127.0.0.1', family: 4 }];
    page = (request, response) => {
      if (request.url === '/') response.writeHead(302, { location: `http://other.example:${port}/there` }).end();
      else response.end('there');
    };
    const answer = await get('/', { headers: { authorization: 'Bearer secret' } }, { allow, resolve: toLoopback });
    assert.equal(await answer.text(), 'there');
    assert.deepEqual(
      seen.map((request) => request.headers.authorization),
      ['Bearer secret', undefined],
    );
    await assert.rejects(
      get('/', { method: 'POST', body: 'x' }, { allow, resolve: toLoopback }),
      refused('unavailable', /nothing is sent/),
    );
  });
});

describe('slow and broken answers end', () => {
  test('no answer', async () => {
    page = () => {};
    await assert.rejects(get('/', { limits: { answerMs: 50 } }), refused('unavailable', /did not answer in time/));
  });

  test('an answer that stops', async () => {
    page = (_, response) => void response.write('x');
    await assert.rejects(
      (await get('/', { limits: { idleMs: 50 } })).bytes(),
      refused('unavailable', /did not answer in time/),
    );
  });

  test('an answer that drips', async () => {
    page = (_, response) => {
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    };
    await assert.rejects(
      (await get('/', { limits: { totalMs: 150 } })).bytes(),
      refused('unavailable', /did not answer in time/),
    );
  });

  test('an answer that never ends', async () => {
    page = (_, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    };
    await assert.rejects(
      (await get('/', { limits: { bytes: 1_000_000 } })).bytes(),
      refused('too-large', /larger than 1000000/),
    );
  });

  test('an answer that says that it is too large', async () => {
    page = (_, response) => {
      response.writeHead(200, { 'content-length': 10_000_000 });
      response.flushHeaders();
    };
    await assert.rejects(
      (await get('/', { limits: { bytes: 1_000_000 } })).bytes(),
      refused('too-large', /larger than/),
    );
  });

  test('an answer cut in the middle, and packed rubbish', async () => {
    page = (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('x', () => response.destroy());
    };
    await assert.rejects((await get('/')).bytes(), refused('unavailable', /stops in the middle/));
    page = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('rubbish');
    await assert.rejects((await get('/')).bytes(), refused('unavailable', /damaged/));
    page = (_, response) => void response.writeHead(200, { 'content-encoding': 'constructor' }).end('x');
    await assert.rejects((await get('/')).bytes(), refused('unavailable', /not known here \(constructor\)/));
  });

  test('nobody there, and a name that does not exist', async () => {
    await assert.rejects(local().request('http://127.0.0.1:9/'), refused('unavailable', /cannot be reached/));
    const nowhere = createNetClient({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await assert.rejects(nowhere.request('http://gone.example/'), refused('unavailable', /cannot be reached/));
    const hanging = createNetClient({ resolve: () => new Promise(() => {}), limits: { totalMs: 50 } });
    await assert.rejects(hanging.request('http://slow.example/'), refused('unavailable', /in time/));
  });

  test('the caller may stop at any time', async () => {
    page = () => {};
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    await assert.rejects(get('/', { signal: stop.signal }), Problem);
  });
});

test('requests to one host take turns, to others they do not wait', async () => {
  let time = 1_000;
  const waited: number[] = [];
  const hook = oneAtATime(
    500,
    () => time,
    async (ms) => void waited.push(ms),
  );
  for (const url of ['http://a.example/1', 'http://a.example/2', 'http://b.example/', 'http://a.example/3'])
    await hook(new URL(url));
  assert.deepEqual(waited, [500, 1000]);
  time = 10_000;
  await hook(new URL('http://a.example/4'));
  assert.deepEqual(waited, [500, 1000]);
});
