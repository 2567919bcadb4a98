import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { Hono } from 'hono';
import { aDatabase } from '#kernel/database/testing.ts';
import { createApp, Metrics, type HttpEnv } from '#kernel/http/index.ts';
import { openLog } from '#kernel/log/index.ts';
import { anonymous, type Actor } from '#kernel/policy/index.ts';
import { registersApi } from '../../api/registers-api.ts';
import { editor, laws, otherState, registersOver, registersSteps } from '../../testing/index.ts';

const actors: Readonly<Record<string, Actor>> = { editor, other: otherState };
let app: Hono<HttpEnv>;

before(async () => {
  const context = registersOver(await aDatabase(registersSteps));
  app = createApp(
    {
      log: openLog({ level: 'error', write: () => undefined, clock: () => new Date(0) }),
      clock: () => new Date(),
      origin: undefined,
      trustProxy: false,
      metrics: new Metrics(),
      uploadPaths: /\/imports$/,
      actors: {
        bySession: () => Promise.resolve(undefined),
        byApiToken: (token) => Promise.resolve(actors[token] ?? anonymous),
      },
      readiness: () => Promise.resolve({ ready: true, checks: {} }) as never,
      problemPage: () => undefined as never,
    },
    (routes) => routes.route('/', registersApi({ context, registers: [laws], origin: 'https://example.org' })),
  );
});

async function ask(who: string, method: string, path: string, sent?: string | FormData, language = 'en') {
  const response = await app.request(`/api/v1/registers/laws/imports${path}`, {
    method,
    headers: { Accept: 'application/json', 'Accept-Language': language, Authorization: `Bearer ${who}` },
    ...(sent !== undefined && { body: sent }),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into whatever JSON came
  const body: any = await response.json();
  return { status: response.status, body };
}

const file = 'symbol,name@en,country,adopted\nA-1,One,KEN,2003\nA-2,Two,PER,2004-05\n';

it('a file is tried, taken over, listed and undone over the API', async () => {
  const dry = await ask('editor', 'POST', '?dryRun=true&filename=laws.csv', file);
  assert.equal(dry.status, 200, JSON.stringify(dry.body));
  assert.deepEqual([dry.body.new, dry.body.refused, dry.body.import], [2, 0, undefined]);
  const done = await ask('editor', 'POST', '?filename=laws.csv&moves=publish', file);
  assert.equal(done.status, 201);
  const one = await ask('editor', 'GET', `/${done.body.import}`);
  assert.deepEqual([one.body.file, one.body.state, one.body.new], ['laws.csv', 'done', 2]);
  assert.deepEqual((await ask('other', 'GET', '')).body.imports, [], 'others learn nothing of it');
  assert.equal((await ask('other', 'POST', `/${done.body.import}/undo`)).status, 404);
  const undone = await ask('editor', 'POST', `/${done.body.import}/undo`);
  assert.deepEqual([undone.status, undone.body], [200, { restored: 0, removed: 2 }]);
  assert.equal((await ask('editor', 'POST', `/${done.body.import}/undo`)).status, 409);
});

it('a refused file says for each row and cell what is wrong, and keeps nothing', async () => {
  const refused = await ask('editor', 'POST', '', file.replace('2003', 'soon'));
  assert.equal(refused.status, 400);
  const { report } = refused.body.details;
  assert.deepEqual(
    report.outcomes[0].findings.map(({ rule, cell }: { rule: string; cell: string }) => [rule, cell]),
    [['form', 'D2']],
  );
  assert.match(report.outcomes[0].findings[0].message, /“soon”.*2003-12-25/);
});

it('a form brings the file with the mapping of its columns', async () => {
  const dry = await ask('editor', 'POST', '?dryRun=true', 'symbol,Bezeichnung,country\nF-1,Eins,KEN\n');
  assert.deepEqual(dry.body.unmapped, ['Bezeichnung']);
  const mapping = { ...dry.body.mapping };
  mapping.columns[1] = { ...mapping.columns[1], to: 'name@en', how: 'given' };
  const form = new FormData();
  form.set('file', new File(['symbol,Bezeichnung,country\nF-1,Eins,KEN\n'], 'liste.csv'));
  form.set('mapping', JSON.stringify(mapping));
  const done = await ask('editor', 'POST', '', form);
  assert.equal(done.status, 201, JSON.stringify(done.body));
  assert.deepEqual([done.body.unmapped, done.body.new], [[], 1]);
  form.set('mapping', '{"columns": 5}');
  assert.equal((await ask('editor', 'POST', '', form)).status, 400);
});
