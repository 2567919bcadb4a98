import { appendAudit } from '#kernel/audit/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { findAccount } from '../store/accounts.ts';
import { deleteSessions } from '../store/sessions.ts';
import { removeSecondFactors } from './remove-ways-in.ts';
import { notOpen } from './not-open.ts';

/** For a person who lost everything they could show: removes all second factors, ends all sessions, and tells them by mail. */
export async function resetSecondFactor(context: IdentityContext, actor: Actor, id: string): Promise<void> {
  const operation = identityOperations['accounts.reset-second-factor'];
  const account = await inIdentity(context, actor, async (transaction) => {
    const found = await findAccount(transaction, id);
    authorize(actor, operation, { organization: found?.organization.id ?? '' });
    if (found === undefined) throw notFound();
    if (found.email === undefined) throw notOpen(found);
    await removeSecondFactors(transaction, id);
    await deleteSessions(transaction, id);
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id } });
    return { ...found, email: found.email };
  });
  await context.mail.send({
    to: account.email,
    subject: say('Your second factor was removed'),
    paragraphs: [
      say('An administrator removed the second factor of your account at Mandata. Sign in and set up a new one.'),
      say('If you did not ask for it, tell an administrator at once.'),
    ],
    language: account.language,
  });
}
