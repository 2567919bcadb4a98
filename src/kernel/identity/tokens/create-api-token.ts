import { randomUUID } from 'node:crypto';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { notOpen } from '../accounts/not-open.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { after, limits } from '../limits.ts';
import { identityOperations } from '../operations.ts';
import { hashOfToken, newToken } from '../secrets.ts';
import { isOpen } from '../session/actor-of.ts';
import { findAccount } from '../store/accounts.ts';
import { insertApiToken } from '../store/api-tokens.ts';

export interface ApiTokenRequest {
  /** Id of the account it will speak for. */
  readonly account: string;
  /** What its owner calls it. */
  readonly name: string;
  /** Operation ids, or `area.*`. */
  readonly scopes: readonly string[];
  /** A year at most, and that unless given. */
  readonly expiresAt?: Date | undefined;
}

/** Makes an API token for oneself, or, at the machine, for any account. The token is shown this once. */
export async function createApiToken(
  context: IdentityContext,
  actor: Actor,
  request: ApiTokenRequest,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const operation = identityOperations['own.tokens.create'];
  authorize(actor, operation, { account: request.account });
  const now = context.clock();
  const expiresAt = request.expiresAt ?? after(now, limits.apiToken);
  checkScopes(context, request.scopes);
  if (expiresAt <= now || expiresAt > after(now, limits.apiToken)) {
    const said = say('An API token expires in the future, within a year.');
    throw new Problem('invalid', said, { details: { field: 'expiresAt' } });
  }
  const [id, token] = [randomUUID(), `mdt_${newToken()}`];
  return inIdentity(context, actor, async (transaction) => {
    const account = await findAccount(transaction, request.account);
    if (account === undefined) throw notFound();
    if (!isOpen(account, context)) throw notOpen(account);
    await insertApiToken(transaction, {
      id,
      hash: hashOfToken(token),
      account: account.id,
      name: request.name,
      scopes: [...request.scopes],
      second_factor: actor.kind === 'operator' || (actor.kind === 'account' && actor.assurance?.secondFactor === true),
      created_at: now,
      expires_at: expiresAt,
    });
    const details = { account: account.id, scopes: request.scopes, expiresAt };
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'api-token', id }, details });
    return { id, token, expiresAt };
  });
}

function checkScopes({ isScope }: IdentityContext, scopes: readonly string[]): void {
  const unknown = scopes.find((scope) => !isScope(scope));
  if (scopes.length > 0 && unknown === undefined) return;
  const said =
    unknown === undefined
      ? say('Name at least one operation that the API token may do.')
      : say('“{unknown}” is not an operation of this house, so no API token can be made for it.', { unknown });
  throw new Problem('invalid', said, { details: { field: 'scopes' } });
}
