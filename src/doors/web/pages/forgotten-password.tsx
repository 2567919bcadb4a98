import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, ErrorSummary, LinkButton, Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';
import { EmailField } from '../forms/email-field.tsx';
import type { FormError } from '../forms/read-form.ts';

export interface ForgottenPasswordProps {
  readonly errors: readonly FormError[];
  readonly email: string;
  readonly sent: boolean;
}

export default function ForgottenPassword({ errors, email, sent }: ForgottenPasswordProps): ReactNode {
  const { t, href } = usePage();
  if (sent) {
    return (
      <>
        <PageHeader title={say('Look into your mail')} />
        <Notice tone="good" live>
          <p>
            {t(
              say(
                'If the address belongs to an account, a letter with a link is on its way. The link works for an hour, once.',
              ),
            )}
          </p>
        </Notice>
        <p>{t(say('Nothing after ten minutes? Look among unwanted mail, or ask an administrator.'))}</p>
        <LinkButton tone="secondary" path="/sign-in">
          {t(say('Back to sign in'))}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={say('Forgotten password')} lead={say('You get a letter with a link to set a new one.')} />
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/forgotten-password')} noValidate>
        <EmailField errors={errors} entered={email} autoComplete="username" />
        <div className="actions">
          <Button>{t(say('Send the link'))}</Button>
        </div>
      </form>
    </>
  );
}
