import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, PageHeader, usePage } from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';
import { PasskeyButton } from '../sign-in/passkey-button.tsx';

export interface SecondFactorProps {
  readonly errors: readonly FormError[];
  /** Ways that this account has: `totp`, `passkey`, `recovery-code`. */
  readonly methods: readonly string[];
  readonly back: string;
}

export default function SecondFactor({ errors, methods, back }: SecondFactorProps): ReactNode {
  const { t, href } = usePage();
  const action = href('/sign-in/second-factor');
  const hidden = (
    <>
      <input type="hidden" name="return" value={back} />
      <input type="hidden" name="methods" value={methods.join(',')} />
    </>
  );
  return (
    <>
      <PageHeader title={say('Second factor')} lead={say('Your password is right. Now show that it is you.')} />
      <ErrorSummary errors={errors} />
      {methods.includes('passkey') && (
        <div className="other-ways">
          <PasskeyButton start={`${action}/passkey/start`} finish={`${action}/passkey/finish`} back={back} />
        </div>
      )}
      {methods.includes('totp') && (
        <form className="form" method="post" action={action} noValidate>
          {hidden}
          <Field
            name="code"
            label={say('Code from your authenticator app')}
            hint={say('Six digits; a new code comes every 30 seconds.')}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            width={6}
            error={errorOf(errors, 'code')}
          />
          <div className="actions">
            <Button>{t(say('Continue'))}</Button>
          </div>
        </form>
      )}
      {methods.includes('recovery-code') && (
        <details className="other-way">
          <summary>{t(say('Use a recovery code'))}</summary>
          <form className="form" method="post" action={action} noValidate>
            {hidden}
            <Field
              name="recoveryCode"
              label={say('Recovery code')}
              hint={say('One of those you kept when you set up the second factor. Each works once.')}
              autoComplete="off"
              dir="ltr"
              width={20}
            />
            <div className="actions">
              <Button tone="secondary">{t(say('Continue'))}</Button>
            </div>
          </form>
        </details>
      )}
      <p className="hint">
        {t(say('If you have lost all of them, ask an administrator to remove your second factor.'))}
      </p>
    </>
  );
}
