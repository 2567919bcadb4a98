import { randomBytes, randomUUID } from 'node:crypto';
import { appendAudit } from '#kernel/audit/index.ts';
import { operator } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { hashPassword } from '../password/hash-password.ts';
import { insertAccount } from '../store/accounts.ts';
import { deleteDemonstrationRows, findDemonstrationOrganizations } from '../store/demonstration.ts';
import { insertDemonstrationPassword } from '../store/demonstration-passwords.ts';
import { insertOrganization } from '../store/organizations.ts';
import { demonstrationAccounts } from './demonstration-accounts.ts';

/** Makes the demonstration accounts that are not there yet, with random passwords; a second run changes nothing. */
export async function seedDemonstrationAccounts(context: IdentityContext): Promise<void> {
  const now = context.clock();
  const passwords = await Promise.all(
    demonstrationAccounts.map(async () => {
      const inClear = randomBytes(15).toString('base64url');
      return { inClear, stored: await hashPassword(inClear) };
    }),
  );
  await inIdentity(context, operator, async (transaction) => {
    for (const home of new Set(demonstrationAccounts.map((account) => account.home))) {
      await insertOrganization(transaction, { id: randomUUID(), ...home, demonstration: true, createdAt: now });
    }
    const organizations = await findDemonstrationOrganizations(transaction);
    for (const [at, { email, role, home }] of demonstrationAccounts.entries()) {
      const organization = organizations.get(home.name);
      const password = passwords[at];
      // A name that a real organization has taken leaves its demonstration accounts out.
      if (organization === undefined || password === undefined) continue;
      const id = randomUUID();
      const made = await insertAccount(transaction, {
        id,
        email,
        name: `Demonstration ${role}`,
        role,
        organization,
        language: 'en',
        status: 'active',
        password: password.stored,
        demonstration: true,
        created_at: now,
        changed_at: now,
      });
      if (made === 'made') await insertDemonstrationPassword(transaction, id, password.inClear);
    }
    await appendAudit(transaction, {
      actor: operator,
      action: 'identity.demonstration.seed',
      subject: { kind: 'accounts' },
    });
  });
}

/** Deletes the demonstration accounts and their organizations, for good. */
export async function removeDemonstrationAccounts(context: IdentityContext): Promise<void> {
  await inIdentity(context, operator, async (transaction) => {
    await deleteDemonstrationRows(transaction);
    await appendAudit(transaction, {
      actor: operator,
      action: 'identity.demonstration.remove',
      subject: { kind: 'accounts' },
    });
  });
}
