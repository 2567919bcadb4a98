import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { apiTokensOf } from '../store/api-tokens.ts';

export interface ApiTokenSummary {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The actor's own API tokens, the newest first. */
export async function listApiTokens(context: IdentityContext, actor: AccountActor): Promise<ApiTokenSummary[]> {
  authorize(actor, identityOperations['own.tokens'], { account: actor.id });
  const tokens = await inIdentity(context, actor, (transaction) => apiTokensOf(transaction, actor.id));
  return tokens.map(({ created_at, expires_at, last_used_at, ...token }) => ({
    ...token,
    createdAt: created_at,
    expiresAt: expires_at,
    lastUsedAt: last_used_at,
  }));
}
