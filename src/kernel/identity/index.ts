import type { Migration } from '#kernel/database/index.ts';
import { migrationsIn } from '#kernel/database/index.ts';

export type { IdentityContext } from './context.ts';
export { identityOperations } from './operations.ts';
export { rolesOfOrganizations } from './roles-of-organizations.ts';

export { signIn } from './session/sign-in.ts';
export type { SignInRequest } from './session/sign-in.ts';
export type { SecondFactorMethod, SignedIn } from './session/begin-session.ts';
export { signOut } from './session/sign-out.ts';
export { findActorByApiToken, findActorBySessionToken, findActorOfAccount } from './session/find-actor.ts';
export { listSessions } from './session/list-sessions.ts';
export type { SessionSummary } from './session/list-sessions.ts';
export { endOtherSessions, endSession } from './session/end-session.ts';

export { startPasskeySecondFactor, verifySecondFactor } from './second-factor/verify-second-factor.ts';
export type { Shown } from './second-factor/verify-second-factor.ts';
export { finishPasskeySignIn, startPasskeySignIn } from './second-factor/sign-in-with-passkey.ts';
export { confirmTotp, enrolTotp, removeTotp } from './second-factor/totp.ts';
export { renewRecoveryCodes } from './second-factor/recovery-codes.ts';
export {
  finishPasskeyRegistration,
  listPasskeys,
  removePasskey,
  startPasskeyRegistration,
} from './second-factor/passkeys.ts';
export type { PasskeySummary } from './second-factor/passkeys.ts';
export { listFactors } from './second-factor/list-factors.ts';

export { changePassword } from './password/change-password.ts';
export { resetPasswordFor, startPasswordReset } from './password/start-password-reset.ts';
export { resetPassword } from './password/reset-password.ts';

export { createApiToken } from './tokens/create-api-token.ts';
export type { ApiTokenRequest } from './tokens/create-api-token.ts';
export { endApiToken } from './tokens/end-api-token.ts';
export { listApiTokens } from './tokens/list-api-tokens.ts';
export type { ApiTokenSummary } from './tokens/list-api-tokens.ts';

export { inviteAccount, renewInvitation } from './accounts/invite-account.ts';
export type { Invitation, InvitationRequest } from './accounts/invite-account.ts';
export { acceptInvitation } from './accounts/accept-invitation.ts';
export { listAccounts } from './accounts/list-accounts.ts';
export type { AccountSummary } from './accounts/list-accounts.ts';
export { deactivateAccount } from './accounts/deactivate-account.ts';
export { eraseAccount } from './accounts/erase-account.ts';
export { resetSecondFactor } from './accounts/reset-second-factor.ts';
export { createOrganization, listOrganizations } from './accounts/create-organization.ts';
export { describeAccounts } from './accounts/describe-accounts.ts';
export type { Described } from './accounts/describe-accounts.ts';
export { actAs } from './accounts/act-as.ts';

export { admit } from './circles/admit.ts';
export type { Admission } from './circles/admit.ts';
export type { Member } from './circles/circle.ts';
export { dismiss } from './circles/dismiss.ts';
export { listMembers } from './circles/list-members.ts';

export { changeSiteOperator } from './site-operator/change-site-operator.ts';
export { readSiteOperator } from './site-operator/read-site-operator.ts';
export type { SiteOperator } from './site-operator/read-site-operator.ts';

export { openOidc } from './oidc/open-oidc.ts';
export type { Oidc, OidcSettings } from './oidc/open-oidc.ts';
export { startOidcSignIn } from './oidc/start-oidc-sign-in.ts';
export { finishOidcSignIn } from './oidc/finish-oidc-sign-in.ts';
export type { OidcReturn } from './oidc/finish-oidc-sign-in.ts';
export { signOutAddress } from './oidc/sign-out-address.ts';

export { removeDemonstrationAccounts, seedDemonstrationAccounts } from './demonstration/seed-demonstration-accounts.ts';
export { actorFinder, identityRoutes } from './routes.ts';
export { sweepIdentity } from './sweep.ts';

export const identityMigrations: readonly Migration[] = migrationsIn(import.meta.url, 'identity');
