import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';
import type { FormError } from '../forms/read-form.ts';

export interface NewPasswordProps {
  readonly reason: 'reset' | 'invitation' | 'change';
  readonly errors: readonly FormError[];
  /** Link that was entered before, so that an error in the password does not cost it. */
  readonly token: string;
  readonly done: boolean;
}

const words: Readonly<
  Record<NewPasswordProps['reason'], Record<'title' | 'lead' | 'button', Message> & { path: string }>
> = {
  reset: {
    path: '/password-reset',
    title: say('Set a new password'),
    lead: say('All your sessions end; your second factor stays.'),
    button: say('Set the password'),
  },
  invitation: {
    path: '/invitation',
    title: say('Accept your invitation'),
    lead: say('Choose a password, and your account is open.'),
    button: say('Open the account'),
  },
  change: {
    path: '/account/password',
    title: say('Password'),
    lead: say('After the change you stay signed in here; all other sessions end.'),
    button: say('Change the password'),
  },
};

/** A new password, by a link from a letter or in the place of the present one. */
export default function NewPassword({ reason, errors, token, done }: NewPasswordProps): ReactNode {
  const { t, href } = usePage();
  const { path, title, lead, button } = words[reason];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      {done && (
        <Notice tone="good" live>
          <p>{t(say('Your password is changed.'))}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href(path)} noValidate>
        {reason === 'change' ? (
          <Field
            name="current"
            label={say('Present password')}
            type="password"
            autoComplete="current-password"
            dir="ltr"
            error={errorOf(errors, 'current')}
          />
        ) : (
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
        )}
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
          <Button>{t(button)}</Button>
        </div>
      </form>
    </>
  );
}
