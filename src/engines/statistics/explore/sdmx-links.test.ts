import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymous } from '#kernel/policy/actor.ts';
import { buildRegistry } from '../registry/build-registry.ts';
import { sdmxRoutes } from '../sdmx/routes.ts';
import { factsOf } from './release-facts.ts';
import { dataAddress, sdmxLinks, structureAddress } from './sdmx-links.ts';
import { custody } from './testing/demonstration-flow.ts';
import { custodyStore } from './testing/fixture-store.ts';

test('every download that a flow’s page offers is answered by the SDMX service in its format', async () => {
  const store = await custodyStore();
  const current = await store.current(custody, anonymous);
  assert.ok(current !== undefined);
  const service = sdmxRoutes({
    store,
    registry: buildRegistry({ flows: [custody] }),
    clock: () => new Date(Date.UTC(2026, 0, 1)),
    origin: 'https://statistics.example.org',
  });
  for (const { name, mediaType, address } of sdmxLinks(custody)) {
    const answer = await service.request(address);
    const text = await answer.text();
    assert.equal(answer.status, 200, `${name}: ${text.slice(0, 300)}`);
    assert.equal(answer.headers.get('content-type'), mediaType);
    assert.ok(text.length > 10_000, name);
  }
  const whole = await service.request(dataAddress(custody, true), {
    headers: { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' },
  });
  const lines = (await whole.text()).trim().split('\n').length - 1;
  assert.equal(lines, (await factsOf(store, current)).observations);
  assert.equal((await service.request(structureAddress(custody))).status, 200);
  store.close();
});
