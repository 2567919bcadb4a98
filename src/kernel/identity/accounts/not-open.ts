import { Problem } from '#kernel/errors/problem.ts';
import type { Message } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Account } from '../store/accounts.ts';

/** Says to whom may administer an account why it is not open for what was asked: invited, closed, erased or only for demonstration. */
export function notOpen({ status, email = '' }: Pick<Account, 'status' | 'email'>): Problem {
  const said: Readonly<Record<Account['status'], Message>> = {
    invited: say('{email} has not accepted the invitation yet. Wait for it, or send the invitation again.', { email }),
    active: say('{email} is a demonstration account, and this data folder is not for demonstration.', { email }),
    deactivated: say('The account of {email} is closed.', { email }),
    erased: say('The person of this account was erased.'),
  };
  return new Problem('conflict', said[status], { details: { status } });
}
