import type { Handle } from '#kernel/database/types.ts';
import type { Language } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { IdentityContext } from '../context.ts';
import { after, limits } from '../limits.ts';
import { hashOfToken, newToken } from '../secrets.ts';
import type { Account } from '../store/accounts.ts';
import { replaceLink } from '../store/links.ts';

export interface Link {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Makes the single-use link of an invitation or a new password. The token stands behind `#`, so that no server log holds it. */
export async function makeLink(
  transaction: Handle,
  { clock, origin }: IdentityContext,
  account: { readonly id: string; readonly language: Language },
  purpose: 'invitation' | 'password-reset',
): Promise<Link> {
  const now = clock();
  const token = newToken();
  const expiresAt = after(now, purpose === 'invitation' ? limits.invitation : limits.passwordReset);
  await replaceLink(transaction, { hash: hashOfToken(token), account: account.id, purpose, expires_at: expiresAt });
  return { url: new URL(`/${account.language}/${purpose}#${token}`, origin).href, expiresAt };
}

/** Sends the link for a new password to the account's address. */
export async function sendPasswordLink(
  { mail }: IdentityContext,
  account: Account & { email: string },
  link: Link,
): Promise<void> {
  await mail.send({
    to: account.email,
    subject: say('Set a new password'),
    paragraphs: [
      say('Somebody asked for a new password for your account at Mandata.'),
      say('If it was you, open the link within an hour. It works once.'),
      say('If it was not you, do nothing: your password stays as it is.'),
    ],
    link: link.url,
    language: account.language,
  });
}
