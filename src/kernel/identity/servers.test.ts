import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { databasesUnderTest } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/index.ts';
import {
  acceptInvitation,
  confirmTotp,
  createOrganization,
  enrolTotp,
  inviteAccount,
  verifySecondFactor,
} from './index.ts';
import { actorBy, anAccount, anIdentity, enter, goodPassword, tokenFrom } from './testing/an-identity.ts';

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'in',
    ({ kind }) => String(kind),
  );
const count = (answers: readonly string[], wanted: string): number =>
  answers.filter((answer) => answer === wanted).length;

for (const { name, skip, open } of databasesUnderTest) {
  describe(`identity on ${name}`, { skip }, () => {
    test('what may happen once happens once, however many try at the same moment', async () => {
      const house = await anIdentity({}, open);
      const { context, letters } = house;
      const victim = await anAccount(house);
      const guesses = Array.from({ length: 40 }, () =>
        outcome(enter(context, victim.email, { password: 'a wrong password' })),
      );
      assert.equal(count(await Promise.all(guesses), 'not-signed-in'), 6, 'guesses at once');

      const { id } = await createOrganization(context, operator, { name: 'A partner', kind: 'partner' });
      const invited = {
        email: 'one@example.org',
        name: 'One',
        role: 'analyst',
        organization: id,
        language: 'en',
      } as const;
      const invitations = await Promise.all(
        Array.from({ length: 5 }, () => outcome(inviteAccount(context, operator, invited))),
      );
      assert.deepEqual([count(invitations, 'in'), count(invitations, 'conflict')], [1, 4]);
      const token = tokenFrom(letters, invited.email);
      const acceptances = Array.from({ length: 5 }, () =>
        outcome(acceptInvitation(context, { token, password: goodPassword })),
      );
      assert.equal(count(await Promise.all(acceptances), 'in'), 1, 'acceptances of one link');

      const actor = await actorBy(context, (await enter(context, invited.email)).token);
      const { secret } = await enrolTotp(context, actor);
      const code = (): string => generateSync({ secret, epoch: context.clock().getTime() / 1000 });
      await confirmTotp(context, actor, code());
      house.forward(30_000);
      const pending = await Promise.all([1, 2, 3].map(() => enter(context, invited.email)));
      const shown = pending.map((session) =>
        outcome(verifySecondFactor(context, { token: session.token, shown: { code: code() }, userAgent: 'test' })),
      );
      assert.equal(count(await Promise.all(shown), 'in'), 1, 'uses of one code');

      const seen = await house.database.as(operator, (transaction) =>
        sql`select * from identity_account`.execute(transaction),
      );
      assert.equal(seen.rows.length, 0, 'no account outside identity');
      await house.close();
    });
  });
}
