import { appendAudit } from '#kernel/audit/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { hashOfToken } from '../secrets.ts';
import { deleteSessionByHash } from '../store/sessions.ts';

/** Ends the session that the token opened, also one that still owes its second factor; nothing happens for an unknown one. */
export async function signOut(context: IdentityContext, token: string): Promise<void> {
  await inIdentity(context, anonymous, async (transaction) => {
    const ended = await deleteSessionByHash(transaction, hashOfToken(token));
    if (ended === undefined) return;
    const subject = { kind: 'session', id: ended.id };
    await appendAudit(transaction, {
      actor: anonymous,
      action: 'identity.session.end',
      subject,
      details: { account: ended.account },
    });
  });
}
