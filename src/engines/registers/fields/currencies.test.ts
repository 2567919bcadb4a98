import assert from 'node:assert/strict';
import { it } from 'node:test';
import { currencies, findCurrency } from './currencies.ts';

it('has every currency once, with the decimals that it really has', () => {
  assert.equal(new Set(currencies.map(({ id }) => id)).size, currencies.length);
  const decimals = ['USD', 'jpy', 'KWD', 'CLF', 'DEM'].map((id) => findCurrency(id)?.decimals);
  assert.deepEqual(decimals, [2, 0, 3, 4, 2]);
});

it('lacks none that the runtime knows as a currency of today', () => {
  const missing = Intl.supportedValuesOf('currency').filter((id) => findCurrency(id) === undefined);
  assert.deepEqual(missing, []);
});
