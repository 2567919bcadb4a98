import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';

export interface AccountPasswordProps {
  readonly errors: readonly FormError[];
  readonly done: boolean;
}

export default function AccountPassword({ errors, done }: AccountPasswordProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('Password')}
        lead={say('After the change you stay signed in here; all other sessions end.')}
      />
      {done && (
        <Notice tone="good" live>
          <p>{t(say('Your password is changed.'))}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/account/password')} noValidate>
        <Field
          name="current"
          label={say('Present password')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          error={errorOf(errors, 'current')}
        />
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
          <Button>{t(say('Change the password'))}</Button>
        </div>
      </form>
    </>
  );
}
