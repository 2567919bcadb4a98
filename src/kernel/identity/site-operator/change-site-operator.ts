import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { readEmail } from '../email.ts';
import { identityOperations } from '../operations.ts';
import { putSiteOperator } from '../store/site-operator.ts';
import type { SiteOperator } from './read-site-operator.ts';

const operation = identityOperations['site-operator.change'];

/** Enters or changes who runs this installation; what was entered is in the log. Problem `invalid` names the field. */
export async function changeSiteOperator(context: IdentityContext, actor: Actor, request: SiteOperator): Promise<void> {
  authorize(actor, operation);
  const name = request.name.trim();
  if (name === '' || name.length > 200) {
    const said = say('The name of who runs this site has 1 to 200 characters.');
    throw new Problem('invalid', said, { details: { field: 'name' } });
  }
  const address = request.address.trim().replaceAll('\r\n', '\n');
  if (address.length > 500) {
    const said = say('The postal address has 500 characters at most.');
    throw new Problem('invalid', said, { details: { field: 'address' } });
  }
  const entered: SiteOperator = { name, email: readEmail(request.email), address };
  await inIdentity(context, actor, async (transaction) => {
    await putSiteOperator(transaction, { ...entered, changed_at: context.clock() });
    const subject = { kind: 'site-operator' };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { ...entered } });
  });
}
