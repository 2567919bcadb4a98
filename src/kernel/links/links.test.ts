import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { databasesUnderTest } from '#kernel/database/testing.ts';
import { anonymous, operator, type Actor } from '#kernel/policy/actor.ts';
import { addCitations, citationsOf, citedBy, countCitedBy, linksMigrations, replaceCitations } from './index.ts';

const article = { kind: 'treaty-article', id: 'UNCAC-46' };
const law = (id: string) => ({ kind: 'register:legislation', id });
const judgment = { kind: 'register:case-law', id: 'KEN-2021-7' };
const office: Actor = {
  kind: 'account',
  id: 'a1',
  email: 'a@example.org',
  name: 'A',
  role: 'analyst',
  organization: { id: 'o1', name: 'Office', kind: 'secretariat' },
};

for (const { name, skip, open } of databasesUnderTest) {
  describe(`links on ${name}`, { skip }, () => {
    let database: OpenDatabase;
    before(async () => {
      database = await open(linksMigrations);
      await database.as(operator, async (transaction) => {
        await replaceCitations(transaction, law('KEN-1'), [
          { to: article, relation: 'implements', audience: 'public' },
          { to: law('KEN-0'), audience: 'public' },
        ]);
        await replaceCitations(transaction, law('FRA-1'), [{ to: article, audience: 'office' }]);
        await replaceCitations(transaction, judgment, [{ to: article, audience: 'public' }]);
      });
    });
    after(() => database.close());

    it('are found from both ends', async () => {
      await database.as(operator, async (transaction) => {
        assert.deepEqual(await citationsOf(transaction, law('KEN-1')), [
          { from: law('KEN-1'), to: law('KEN-0'), relation: 'cites', audience: 'public' },
          { from: law('KEN-1'), to: article, relation: 'implements', audience: 'public' },
        ]);
        const from = (await citedBy(transaction, article)).map((link) => link.from.id);
        assert.deepEqual(from.sort(), ['FRA-1', 'KEN-1', 'KEN-2021-7']);
        const laws = await citedBy(transaction, article, { kind: 'register:legislation', limit: 1 });
        assert.equal(laws.length, 1);
      });
    });

    it('are shown and counted for those who may know of them only', async () => {
      const seen = (actor: Actor) =>
        database.as(actor, async (transaction) => [
          (await citedBy(transaction, article)).length,
          await countCitedBy(transaction, article),
        ]);
      assert.deepEqual(await seen(anonymous), [
        2,
        [
          { kind: 'register:case-law', links: 1 },
          { kind: 'register:legislation', links: 1 },
        ],
      ]);
      assert.deepEqual(await seen(office), [
        3,
        [
          { kind: 'register:case-law', links: 1 },
          { kind: 'register:legislation', links: 2 },
        ],
      ]);
    });

    it('are replaced as a whole, added without doubling, and leave unseen ones alone', async () => {
      await database.as(office, async (transaction) => {
        await addCitations(transaction, law('PER-1'), [
          { to: article, audience: 'public' },
          { to: article, audience: 'public' },
          { to: judgment, audience: 'office' },
        ]);
        await addCitations(transaction, law('PER-1'), [{ to: article, audience: 'office' }]);
      });
      await database.as(anonymous, (transaction) => replaceCitations(transaction, law('PER-1'), []));
      await database.as(operator, async (transaction) => {
        assert.deepEqual(await citationsOf(transaction, law('PER-1')), [
          { from: law('PER-1'), to: judgment, relation: 'cites', audience: 'office' },
        ]);
        await replaceCitations(transaction, law('PER-1'), [{ to: article, audience: 'public' }]);
        assert.equal((await citationsOf(transaction, law('PER-1'))).length, 1);
        await replaceCitations(transaction, law('PER-1'), []);
        assert.deepEqual(await citationsOf(transaction, law('PER-1')), []);
      });
    });
  });
}
