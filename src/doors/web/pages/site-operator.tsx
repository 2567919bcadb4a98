import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, errorOf, ErrorSummary, Field, Notice, PageHeader, TextArea, usePage } from '#kernel/ui/browser.ts';
import { EmailField } from '../forms/email-field.tsx';
import type { Entered, FormError } from '../forms/read-form.ts';

export interface SiteOperatorProps {
  readonly errors: readonly FormError[];
  readonly entered: Entered;
  readonly done: boolean;
}

/** The administrator's form for who runs this installation. */
export default function SiteOperatorPage({ errors, entered, done }: SiteOperatorProps): ReactNode {
  const { t, href } = usePage();
  return (
    <>
      <PageHeader
        title={say('Who runs this site')}
        lead={say('Everybody reads it on the privacy and accessibility pages. Name the body, not a person.')}
      />
      {done && (
        <Notice tone="good" live>
          <p>{t(say('Saved. The privacy page shows it.'))}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/site-operator')} noValidate>
        <Field
          name="name"
          label={say('Name of the body')}
          autoComplete="organization"
          dir="auto"
          defaultValue={entered['name']}
          error={errorOf(errors, 'name')}
        />
        <EmailField
          errors={errors}
          entered={entered['email']}
          autoComplete="off"
          label={say('E-mail address for questions')}
          hint={say('Best one that stays when people change.')}
        />
        <TextArea
          name="address"
          label={say('Postal address')}
          optional
          dir="auto"
          defaultValue={entered['address']}
          error={errorOf(errors, 'address')}
        />
        <div className="actions">
          <Button>{t(say('Save'))}</Button>
          <a href={href('/privacy')}>{t(say('Privacy'))}</a>
        </div>
      </form>
    </>
  );
}
