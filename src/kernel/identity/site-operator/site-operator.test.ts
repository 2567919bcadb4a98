import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readAudit } from '#kernel/audit/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { anActor, organizations } from '#kernel/policy/testing/index.ts';
import { changeSiteOperator, readSiteOperator } from '../index.ts';
import { anIdentity } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const entered = { name: ' Ministry of Justice ', email: 'Data@Justice.example', address: '1 Court Road\r\nNairobi ' };

test('nobody runs the site until it is entered; then everybody can read who does, and the log says who entered it', async () => {
  assert.equal(await readSiteOperator(house.context), undefined);
  await changeSiteOperator(house.context, anActor('administrator'), entered);
  const known = { name: 'Ministry of Justice', email: 'data@justice.example', address: '1 Court Road\nNairobi' };
  assert.deepEqual(await readSiteOperator(house.context), known);
  await changeSiteOperator(house.context, operator, { ...known, address: '' });
  assert.equal((await readSiteOperator(house.context))?.address, '');
  const noted = await readAudit(house.database, operator, { action: 'identity.site-operator.change' });
  assert.deepEqual(noted.map(({ details }) => (details as { address: string }).address).sort(), [
    '',
    '1 Court Road\nNairobi',
  ]);
});

test('what is missing, too long or no address is refused by its field, and changes nothing', async () => {
  const before = await readSiteOperator(house.context);
  const wrong: [Partial<typeof entered>, field: string][] = [
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ address: 'x'.repeat(501) }, 'address'],
  ];
  for (const [change, field] of wrong)
    await assert.rejects(changeSiteOperator(house.context, operator, { ...entered, ...change }), {
      kind: 'invalid',
      details: { field },
    });
  assert.deepEqual(await readSiteOperator(house.context), before);
});

test('only administrators of the office with a second factor may enter it', async () => {
  const outsiders = [
    anActor('administrator', { organization: organizations.kenya }),
    anActor('statistician'),
    anActor('administrator', { assurance: { secondFactor: false, recent: true } }),
  ];
  for (const actor of outsiders) await assert.rejects(changeSiteOperator(house.context, actor, entered));
});
