import type { Handle } from '#kernel/database/types.ts';
import { deleteApiTokens } from '../store/api-tokens.ts';
import { deleteDemonstrationPassword } from '../store/demonstration-passwords.ts';
import { deleteRecoveryCodes, deleteTotp } from '../store/factors.ts';
import { deleteLinks } from '../store/links.ts';
import { deleteSubjects } from '../store/oidc-subjects.ts';
import { deleteMembershipsOf } from '../store/members.ts';
import { deletePasskeys } from '../store/passkeys.ts';
import { deleteSessions } from '../store/sessions.ts';

/** Ends everything that is open at the moment: sessions, API tokens and links. */
export async function endWhatIsOpen(transaction: Handle, account: string): Promise<void> {
  await deleteSessions(transaction, account);
  await deleteApiTokens(transaction, account);
  await deleteLinks(transaction, account);
}

/** Removes what a person shows as a second factor; answers whether there was anything. */
export async function removeSecondFactors(transaction: Handle, account: string): Promise<boolean> {
  const hadTotp = await deleteTotp(transaction, account);
  const passkeys = await deletePasskeys(transaction, account);
  await deleteRecoveryCodes(transaction, account);
  return hadTotp || passkeys > 0;
}

/** Removes every way in for good. */
export async function removeWaysIn(transaction: Handle, account: string): Promise<void> {
  await endWhatIsOpen(transaction, account);
  await removeSecondFactors(transaction, account);
  await deleteSubjects(transaction, account);
  await deleteDemonstrationPassword(transaction, account);
  await deleteMembershipsOf(transaction, account);
}
