import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { usePage } from '#kernel/ui/browser.ts';

/** Who acted: the name where the reader may know it, else the account's number. */
export function Who(props: { who: { readonly account: string; readonly name?: string } }): ReactNode {
  const { t } = usePage();
  const { account, name } = props.who;
  if (name !== undefined) return <bdi>{name}</bdi>;
  if (account === 'operator') return t(say('the operator of this server'));
  return (
    <>
      {t(say('account'))} <bdi className="work-id">{account.slice(0, 8)}</bdi>
    </>
  );
}
