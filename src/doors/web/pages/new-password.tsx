import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, PageHeader, usePage } from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';

export interface NewPasswordProps {
  readonly reason: 'reset' | 'invitation';
  readonly errors: readonly FormError[];
  /** What was entered before, so that an error in the password does not cost the link. */
  readonly token: string;
}

export default function NewPassword({ reason, errors, token }: NewPasswordProps): ReactNode {
  const { t, href } = usePage();
  const reset = reason === 'reset';
  return (
    <>
      <PageHeader
        title={reset ? say('Set a new password') : say('Accept your invitation')}
        lead={
          reset
            ? say('All your sessions end; your second factor stays.')
            : say('Choose a password, and your account is open.')
        }
      />
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href(reset ? '/password-reset' : '/invitation')} noValidate>
        <div data-island="link-token">
          <Field
            name="token"
            label={say('Link from the letter')}
            hint={say('Paste the whole link here if this field is empty.')}
            defaultValue={token}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            error={errorOf(errors, 'token')}
          />
        </div>
        <Field
          name="password"
          label={say('New password')}
          hint={say('At least 12 characters. Three or four words do well.')}
          type="password"
          autoComplete="new-password"
          dir="ltr"
          error={errorOf(errors, 'password')}
        />
        <div className="actions">
          <Button>{reset ? t(say('Set the password')) : t(say('Open the account'))}</Button>
        </div>
      </form>
    </>
  );
}
