import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { isMailAddress } from '#kernel/mail/index.ts';

/** The form in which addresses are stored and compared. */
export const normalEmail = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/** The normal form of an address, or Problem `invalid`. */
export function readEmail(text: string): string {
  const email = normalEmail(text);
  if (!isMailAddress(email)) {
    throw new Problem('invalid', say('“{email}” is not an e-mail address.', { email }), {
      details: { field: 'email' },
    });
  }
  return email;
}
