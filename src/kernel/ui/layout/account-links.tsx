import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../page-provider.tsx';

/** Sign in; or who is signed in, the way to the account, and out. */
export function AccountLinks(): ReactNode {
  const { context, t, href } = usePage();
  if (!context.actor.signedIn) {
    return (
      <a className="account-link" href={href('/sign-in')}>
        {t(say('Sign in'))}
      </a>
    );
  }
  return (
    <div className="account">
      <a className="account-link" href={href('/account')}>
        <Icon name="person" />
        <bdi>{context.actor.name ?? context.actor.email}</bdi>
      </a>
      <form method="post" action={href('/sign-out')}>
        <button type="submit" className="link-button">
          {t(say('Sign out'))}
        </button>
      </form>
    </div>
  );
}
