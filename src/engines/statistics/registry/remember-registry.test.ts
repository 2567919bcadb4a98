import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlow } from '../testing/a-flow.ts';
import { rememberRegistry } from './remember-registry.ts';

test('the same flows have the same registry; one flow more or another definition has its own', () => {
  const registryOf = rememberRegistry();
  const [one, other, changed] = [aFlow([], 'TEST:ONE').flow, aFlow([], 'TEST:TWO').flow, aFlow([], 'TEST:ONE').flow];
  const registry = registryOf([one]);
  assert.equal(registryOf([one]), registry);
  assert.notEqual(registryOf([one, other]), registry);
  assert.notEqual(registryOf([changed]), registry, 'a definition that was read anew may differ');
  assert.ok(registryOf([one, other]).artefacts.some(({ id }) => id === 'TWO'));
  assert.equal(registryOf([one]), registry);
  for (let more = 0; more < 30; more++) registryOf([aFlow([], `TEST:MORE${more}`).flow]);
  assert.notEqual(registryOf([one]), registry, 'what nobody asks for is forgotten');
});
