import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { countries } from '#reference/index.ts';
import { aFolder, aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';
import { anAdministrator, type Ask } from './testing/an-administrator.ts';
import { aPrisonFile } from './testing/a-prison-file.ts';

const env = { MANDATA_DEMO: '0' };
/** Whole runs take the time that the ordinary ones spare. */
const rounds = process.env['MANDATA_TEST_FULL'] === '1' ? 10 : 4;
const years = 20;
const intoPrisons = '/api/v1/statistics/batches?flow=MANDATA:PRISONS&accept=true&filename=a.csv';
const batchSchema = z.looseObject({ batch: z.string(), observations: z.int() });
const auditSchema = z.looseObject({ ok: z.boolean(), entries: z.int() });

describe('a server that is struck', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let data: string;
  let server: TestServer;
  let asked: (server: TestServer) => Ask;
  before(async () => {
    folder = await aFolder();
    data = join(folder.path, 'data');
    server = await aServer({ data, env });
    asked = (await anAdministrator(server)).on;
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  it(`keeps all it acknowledged and nothing by halves, killed ${rounds} times in the middle of imports and writes`, async () => {
    const acknowledged = new Set<string>();
    const imported = new Map<string, string>();
    const areas = countries.values();
    for (let round = 0; round < rounds; round += 1) {
      const ask = asked(server);
      const struck = new AbortController();
      const writing = async (writer: number): Promise<void> => {
        for (let count = 0; !struck.signal.aborted; count += 1) {
          const name = `body ${round}.${writer}.${count}`;
          const answer = await ask('POST', '/api/v1/organizations', { name, kind: 'partner' });
          if (answer.status === 201) acknowledged.add(name);
        }
      };
      const importing = async (): Promise<void> => {
        for (const { id } of areas) {
          const answer = await ask(
            'POST',
            intoPrisons,
            aPrisonFile(
              Array.from({ length: years }, (_, at) => 1000 + at),
              id,
            ),
          );
          if (answer.status === 201) imported.set(id, batchSchema.parse(await answer.json()).batch);
          if (struck.signal.aborted) return;
        }
      };
      // Everything that is under way when the server goes ends with an error of the connection.
      const clients = [writing(0), writing(1), importing()].map((each) => each.catch(() => undefined));
      await wait(150 + ((round * 137) % 500));
      await server.kill();
      struck.abort();
      await Promise.all(clients);
      server = await aServer({ data, env });
    }
    assert.ok(acknowledged.size > rounds, `${acknowledged.size} writes were acknowledged`);
    assert.ok(imported.size > 0, 'no import was acknowledged');

    const organizations = z.array(z.looseObject({ name: z.string() }));
    const found = new Set(
      organizations.parse(await (await asked(server)('GET', '/api/v1/organizations')).json()).map(({ name }) => name),
    );
    assert.deepEqual(
      [...acknowledged].filter((name) => !found.has(name)),
      [],
    );

    const released = z
      .looseObject({ observations: z.int() })
      .parse(jsonOf(await runMandata(['statistics', 'release', 'MANDATA:PRISONS', '--json'], { data, env })));
    const csv = await (await server.ask('/sdmx/rest/data/MANDATA,PRISONS/all?format=csv')).text();
    const rows = new Map<string, number>();
    for (const line of csv.trim().split('\n').slice(1)) {
      const [, , area = ''] = line.split(',');
      rows.set(area, (rows.get(area) ?? 0) + 1);
    }
    assert.deepEqual(
      [...rows].filter(([, count]) => count !== years),
      [],
      'a file is in whole or not at all',
    );
    assert.deepEqual(
      [...imported.keys()].filter((area) => !rows.has(area)),
      [],
      'what was acknowledged is there',
    );
    assert.equal(released.observations, rows.size * years);

    const kept = await readdir(join(data, 'statistics', 'batches'));
    const listed = z
      .looseObject({ total: z.int() })
      .parse(await (await asked(server)('GET', '/api/v1/statistics/batches?size=1')).json());
    assert.equal(kept.length, listed.total, 'no folder without its batch, no batch without its folder');
    const verified = auditSchema.parse(jsonOf(await runMandata(['audit', 'verify', '--json'], { data, env })));
    assert.equal(verified.ok, true, JSON.stringify(verified));
    assert.ok(verified.entries >= acknowledged.size + imported.size, 'every act is in the log');
  });

  it('answers nothing worse than 503 while its database is away, and comes back by itself', async () => {
    const ask = asked(server);
    const first = async (): Promise<string | undefined> =>
      (await readFile(join(data, 'database', '18', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0];
    const before = await first();
    process.kill(Number(before), 'SIGKILL');
    const seen = new Set<number>();
    const isBack = async (record: number): Promise<boolean> => record === 200 && ![before, ''].includes(await first());
    for (const end = Date.now() + 60_000; ; await wait(20)) {
      const [record, page] = await Promise.all([ask('GET', '/api/v1/organizations'), ask('GET', '/en/areas/KEN')]);
      seen.add(record.status).add(page.status);
      if (record.status === 503) {
        const { title } = z.looseObject({ title: z.string() }).parse(await record.json());
        assert.doesNotMatch(title, /ECONN|socket|postgres|terminat/i);
      }
      if (await isBack(record.status)) break;
      assert.ok(Date.now() < end, 'it did not come back within a minute');
    }
    assert.deepEqual(
      [...seen].filter((status) => status !== 200 && status !== 503),
      [],
    );
    const made = await ask('POST', '/api/v1/organizations', { name: 'after the database came back', kind: 'partner' });
    assert.equal(made.status, 201);
    assert.equal((await server.ask('/readyz')).status, 200);
  });

  it('answers all of fifty requests under way before it stops', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const fetchOn = (path: string): Promise<{ status: number; bytes: number; whole: boolean }> =>
      new Promise((resolve, reject) => {
        get(`${server.address}${path}`, { agent }, (answer) => {
          let bytes = 0;
          answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
          answer.on('error', reject);
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes, whole: answer.complete }));
        }).on('error', reject);
      });
    await Promise.all(Array.from({ length: 50 }, () => fetchOn('/healthz')));
    const path = '/sdmx/rest/data/MANDATA,PRISONS/all?format=csv';
    const under = Array.from({ length: 50 }, () =>
      fetchOn(path).catch((error: unknown) => ({ status: 0, bytes: 0, whole: false, error })),
    );
    await wait(30);
    const stopped = server.stop();
    const answers = await Promise.all(under);
    agent.destroy();
    assert.deepEqual(
      answers.filter(({ status, whole }) => status !== 200 || !whole),
      [],
    );
    assert.equal(new Set(answers.map(({ bytes }) => bytes)).size, 1, 'all got the same');
    assert.equal(await stopped, 0);
    server = await aServer({ data, env });
  });

  it('stops as well when it is asked to in its first moments', async () => {
    for (let time = 0; time < 3; time += 1) {
      const asked = performance.now();
      assert.equal(await server.stop(), 0);
      assert.ok(performance.now() - asked < 15_000);
      server = await aServer({ data, env });
    }
  });
});
