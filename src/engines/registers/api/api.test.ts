import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { aDatabase } from '#kernel/database/testing.ts';
import { createApp, Metrics, type HttpEnv } from '#kernel/http/index.ts';
import { openLog } from '#kernel/log/index.ts';
import { anonymous, type Actor } from '#kernel/policy/index.ts';
import { contributor, editor, laws, otherState, registersOver, registersSteps } from '../testing/index.ts';
import { registersApi } from './registers-api.ts';

const actors: Readonly<Record<string, Actor>> = { editor, contributor, other: otherState };
let app: Hono<HttpEnv>;
let description: Record<string, unknown>;

before(async () => {
  const context = registersOver(await aDatabase(registersSteps));
  const api = registersApi({ context, registers: [laws], origin: 'https://example.org' });
  description = JSON.parse(
    JSON.stringify(api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '1' } })),
  ) as Record<string, unknown>;
  app = createApp(
    {
      log: openLog({ level: 'error', write: () => undefined, clock: () => new Date(0) }),
      clock: () => new Date(),
      origin: undefined,
      trustProxy: false,
      metrics: new Metrics(),
      actors: {
        bySession: () => Promise.resolve(undefined),
        byApiToken: (token) => Promise.resolve(actors[token] ?? anonymous),
      },
      readiness: () => Promise.resolve({ ready: true, checks: {} }) as never,
      problemPage: () => undefined as never,
    },
    (routes) => routes.route('/', api),
  );
});

interface Answer {
  readonly status: number;
  readonly etag: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into whatever JSON came
  readonly body: any;
  readonly text: string;
}

async function ask(who: string, method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const response = await app.request(`/api/v1/registers${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      ...(who !== '' && { Authorization: `Bearer ${who}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

async function published(data: Record<string, unknown>): Promise<string> {
  const made = await ask('editor', 'POST', '/laws/records', { country: 'KEN', ...data });
  assert.equal(made.status, 201, made.text);
  const { status, text } = await ask('editor', 'POST', `/laws/records/${made.body.id}/moves`, { move: 'publish' });
  assert.equal(status, 200, text);
  return made.body.id as string;
}

describe('the API of a register', () => {
  it('tells what a register holds, as far as its reader may know', async () => {
    const { body } = await ask('', 'GET', '');
    assert.deepEqual(
      body.registers.map((each: { id: string }) => each.id),
      ['laws'],
    );
    const open = (await ask('', 'GET', '/laws')).body;
    assert.equal(open.schema.properties.country.title, 'State');
    assert.equal(open.schema.properties.urgent, undefined);
    assert.ok((await ask('other', 'GET', '/laws')).body.schema.properties.urgent);
    assert.equal((await ask('', 'GET', '/nothing')).status, 404);
  });

  it('makes a record once, changes it from the version that was read, and lists it', async () => {
    const key = { 'Idempotency-Key': 'made-once-1' };
    const data = { name: { en: 'Act', fr: 'Loi' }, country: 'KEN', themes: ['bribery'] };
    const made = await ask('contributor', 'POST', '/laws/records', data, key);
    assert.equal(made.status, 201);
    assert.equal((await ask('contributor', 'POST', '/laws/records', data, key)).body.id, made.body.id);
    const at = `/laws/records/${made.body.id}`;
    assert.equal((await ask('contributor', 'PATCH', at, { seats: 1 })).status, 428);
    const changed = await ask('contributor', 'PATCH', at, { seats: 1 }, { 'If-Match': made.etag });
    assert.deepEqual([changed.status, changed.body.seats], [200, 1]);
    assert.notEqual(changed.etag, made.etag);
    const stale = await ask('contributor', 'PATCH', at, { seats: 2 }, { 'If-Match': made.etag });
    assert.equal(stale.status, 412);
    assert.deepEqual(
      [stale.body.details.base.seats, stale.body.details.theirs.seats, stale.body.details.yours.seats],
      [undefined, 1, 2],
    );
    assert.equal((await ask('', 'GET', at)).status, 404);
    assert.equal((await ask('', 'PATCH', at, {}, { 'If-Match': made.etag })).status, 404);
    const merge = { 'If-Match': changed.etag, 'Content-Type': 'application/merge-patch+json' };
    const taken = await ask('contributor', 'PATCH', at, { seats: null }, merge);
    assert.deepEqual([taken.status, taken.body.seats], [200, undefined], 'null takes a field away');
    await ask('editor', 'POST', `${at}/moves`, { move: 'publish' });
    const french = await ask('', 'GET', at, undefined, { 'Accept-Language': 'fr' });
    assert.deepEqual([french.body.title, french.body.name], ['Loi', { en: 'Act', fr: 'Loi' }]);
    assert.equal((await ask('', 'GET', at, undefined, { 'If-None-Match': french.etag })).status, 304);
    const list = await ask('', 'GET', '/laws/records?filter[country]=KEN&facets=themes&q=act');
    assert.equal(list.body.total, 1);
    assert.deepEqual(list.body.facets.themes[0], { value: 'bribery', label: 'Bribery', count: 1 });
    assert.equal((await ask('', 'DELETE', at)).status, 404);
  });

  it('refuses what does not fit with each finding, and what means nothing', async () => {
    const refused = await ask('editor', 'POST', '/laws/records', { name: { en: 'x' }, adopted: 'soon', colour: 1 });
    assert.equal(refused.status, 400);
    assert.deepEqual(
      refused.body.details.findings
        .filter(({ rule }: { rule: string }) => rule === 'form')
        .map(({ field }: { field: string }) => field),
      ['colour', 'adopted'],
    );
    assert.equal((await ask('', 'POST', '/laws/records', { name: { en: 'x' } })).status, 401);
    for (const query of ['?country=KEN', '?filter[colour]=x', '?filter[urgent]=x', '?sort=colour', '?facets=seats'])
      assert.equal((await ask('', 'GET', `/laws/records${query}`)).status, 400, query);
    const [unknown, closed] = await Promise.all(
      ['colour', 'grade'].map((field) => ask('', 'GET', `/laws/records?filter[${field}]=x`)),
    );
    assert.equal(closed?.body.title, unknown?.body.title.replace('colour', 'grade'));
  });

  it('streams the same selection as a file', async () => {
    await published({ name: { en: '=cmd' }, country: 'PER', symbol: 'P-1', urgent: 'secret-1' });
    const csv = await ask('', 'GET', '/laws/records?filter[country]=PER&format=csv');
    assert.equal(csv.status, 200);
    assert.equal(csv.text.trim().split('\n').length, 2);
    assert.ok(csv.text.includes('P-1') && !csv.text.includes('secret-1') && !/(^|,)=cmd/m.test(csv.text));
    assert.ok((await ask('other', 'GET', '/laws/records?filter[country]=PER&format=csv')).text.includes('secret-1'));
    const linked = await ask('', 'GET', '/laws/records?filter[country]=PER&format=jsonld');
    assert.equal(linked.body['@graph'].length, 1);
    assert.equal((await ask('', 'GET', '/laws/records?filter[grade]=x&format=csv')).status, 400);
  });

  it('tells what changed, compares, restores, and says what cites a record', async () => {
    const id = await published({ name: { en: 'First' }, symbol: 'H-1' });
    const citing = await published({ name: { en: 'Second' }, cites: [id] });
    const at = `/laws/records/${id}`;
    const { etag } = await ask('editor', 'GET', at);
    const saved = await ask('editor', 'PATCH', at, { name: { fr: 'Premier' } }, { 'If-Match': etag });
    const history = (await ask('', 'GET', `${at}/history`)).body;
    assert.equal(history.total, 2);
    assert.deepEqual(history.changes[0].fields, ['name']);
    assert.equal(history.changes[0].changed.by, undefined);
    assert.equal((await ask('', 'GET', `${at}/compare?from=2&to=3`)).body.fields[0], 'name');
    assert.equal((await ask('', 'GET', `${at}/compare?from=1&to=3`)).status, 404, 'the draft was never public');
    const restored = await ask('editor', 'POST', `${at}/restorations`, { version: '2' }, { 'If-Match': saved.etag });
    assert.deepEqual(restored.body.name, { en: 'First' });
    const cited = (await ask('', 'GET', `${at}/citations`)).body;
    assert.deepEqual(cited.counts, [{ kind: 'register:laws', field: 'cites', count: 1 }]);
    assert.equal(cited.records[0].record.id, citing);
    assert.equal((await ask('', 'GET', '/laws/records/H-1')).body.id, id, 'found by its key');
  });

  it('feeds what changed to readers, well formed', async () => {
    await published({ name: { en: 'A <b> & "c"' }, symbol: 'F-1' });
    const { status, text } = await ask('', 'GET', '/laws/feed?filter[country]=KEN');
    assert.equal(status, 200);
    assert.ok(text.includes('A &lt;b&gt; &amp;') && text.startsWith('<?xml'));
    assert.equal(
      (text.match(/<entry>/g) ?? []).length,
      (await ask('', 'GET', '/laws/records?filter[country]=KEN')).body.total,
    );
  });

  it('is described with the schema of the register', () => {
    const { paths, components } = description as {
      paths: Record<string, Record<string, unknown>>;
      components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
    };
    assert.ok(paths['/api/v1/registers/laws/records/{id}']?.['patch']);
    assert.deepEqual(components.schemas['LawsFields']?.properties?.['themes'], {
      title: 'Themes',
      type: 'array',
      items: { type: 'string', enum: ['crime', 'corruption', 'bribery', 'drugs'] },
    });
  });
});
