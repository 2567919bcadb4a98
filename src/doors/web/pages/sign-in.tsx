import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, LinkButton, Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';
import { EmailField } from '../forms/email-field.tsx';
import type { FormError } from '../forms/read-form.ts';
import { PasskeyButton } from '../sign-in/passkey-button.tsx';

export interface SignInProps {
  readonly errors: readonly FormError[];
  readonly email: string;
  readonly back: string;
  readonly done: string;
  readonly hasOtherService: boolean;
  readonly demonstration: boolean;
}

const notices: Readonly<Record<string, Message>> = {
  'signed-out': say('You are signed out.'),
  'password-set': say('Your new password is set. Sign in with it.'),
  invited: say('Your account is open. Sign in with your new password.'),
};

export default function SignIn(props: SignInProps): ReactNode {
  const { t, href } = usePage();
  const { errors, email, back, done, hasOtherService, demonstration } = props;
  const notice = notices[done];
  return (
    <>
      <PageHeader
        title={say('Sign in')}
        lead={say('For people whom an administrator has invited. Everything public is open without an account.')}
      />
      {notice !== undefined && (
        <Notice tone="good" live>
          <p>{t(notice)}</p>
          {done === 'signed-out' && hasOtherService && (
            <p>
              <a href={href('/sign-in/service/sign-out')}>{t(say('Sign out of your organization’s sign-in too'))}</a>
            </p>
          )}
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/sign-in')} noValidate>
        <input type="hidden" name="return" value={back} />
        <EmailField errors={errors} entered={email} autoComplete="username" />
        <Field
          name="password"
          label={say('Password')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          error={errorOf(errors, 'password')}
        />
        <div className="actions">
          <Button>{t(say('Sign in'))}</Button>
          <a href={href('/forgotten-password')}>{t(say('Forgotten password'))}</a>
        </div>
      </form>
      <div className="other-ways">
        <PasskeyButton start={href('/sign-in/passkey/start')} finish={href('/sign-in/passkey/finish')} back={back} />
        {hasOtherService && (
          <LinkButton tone="secondary" address={`${href('/sign-in/service')}?${new URLSearchParams({ return: back })}`}>
            {t(say('Sign in with your organization'))}
          </LinkButton>
        )}
      </div>
      {demonstration && (
        <Notice title={say('This is a demonstration')}>
          <p>{t(say('Its accounts and their passwords are listed by this command on the machine that runs it:'))}</p>
          <p>
            <code dir="ltr">npx mandata accounts list</code>
          </p>
        </Notice>
      )}
    </>
  );
}
