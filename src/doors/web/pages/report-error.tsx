import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import {
  Button,
  errorOf,
  ErrorSummary,
  Field,
  LinkButton,
  Notice,
  PageHeader,
  TextArea,
  usePage,
} from '#kernel/ui/browser.ts';
import { EmailField } from '../forms/email-field.tsx';
import type { Entered, FormError } from '../forms/read-form.ts';

export interface ReportErrorProps {
  readonly errors: readonly FormError[];
  readonly entered: Entered;
}

export default function ReportError({ errors, entered }: ReportErrorProps): ReactNode {
  const { t, href } = usePage();
  if (entered['done'] === 'sent') {
    return (
      <>
        <PageHeader title={say('Thank you')} />
        <Notice tone="good" live>
          <p>{t(say('Your report has reached the people who keep this record.'))}</p>
        </Notice>
        <LinkButton tone="secondary" path="/">
          {t(say('To the front page'))}
        </LinkButton>
      </>
    );
  }
  const { page = '', request = '' } = entered;
  return (
    <>
      <PageHeader
        title={say('Report an error')}
        lead={say(
          'A figure, a name, a translation, a page that does not work: say what is wrong, and it is looked into.',
        )}
      />
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/report-error')} noValidate>
        <Field name="page" label={say('Page')} dir="ltr" defaultValue={page} optional />
        {request !== '' && <input type="hidden" name="request" value={request} />}
        <TextArea
          name="message"
          label={say('What is wrong')}
          defaultValue={entered['message']}
          error={errorOf(errors, 'message')}
        />
        <EmailField
          errors={errors}
          entered={entered['email']}
          autoComplete="email"
          label={say('Your e-mail address')}
          hint={say('Only to answer you; it is not kept longer than the report.')}
          optional
        />
        <div className="actions">
          <Button>{t(say('Send the report'))}</Button>
        </div>
      </form>
    </>
  );
}
