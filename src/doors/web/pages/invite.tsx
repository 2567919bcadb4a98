import type { ReactNode } from 'react';
import { languageNames, languages } from '#kernel/i18n/browser.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Role } from '#kernel/policy/actor.ts';
import { Button, errorOf, ErrorSummary, Field, PageHeader, Select, usePage } from '#kernel/ui/browser.ts';
import { roleNames } from '../accounts/role-names.ts';
import { EmailField } from '../forms/email-field.tsx';
import type { Entered, FormError } from '../forms/read-form.ts';

export interface InviteProps {
  readonly errors: readonly FormError[];
  readonly entered: Entered;
  readonly roles: readonly Role[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}

/** Nobody is invited into the first organization of a list by mistake. */
const nothing = { value: '', label: say('Choose') };

export default function Invite({ errors, entered, roles, organizations }: InviteProps): ReactNode {
  const { t, href, language } = usePage();
  return (
    <>
      <PageHeader
        title={say('Invite a person')}
        lead={say('They get a letter with a link that works for seven days, once.')}
      />
      <ErrorSummary errors={errors} />
      <form className="form" method="post" action={href('/accounts/invite')} noValidate>
        <Field
          name="name"
          label={say('Name')}
          autoComplete="off"
          defaultValue={entered['name']}
          error={errorOf(errors, 'name')}
        />
        <EmailField errors={errors} entered={entered['email']} autoComplete="off" />
        <Select
          name="organization"
          label={say('Organization')}
          defaultValue={entered['organization'] ?? ''}
          error={errorOf(errors, 'organization')}
          choices={[nothing, ...organizations.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Select
          name="role"
          label={say('Works as')}
          defaultValue={entered['role'] ?? ''}
          error={errorOf(errors, 'role')}
          choices={[nothing, ...roles.map((role) => ({ value: role, label: roleNames[role] }))]}
        />
        <Select
          name="language"
          label={say('Language of the letter')}
          defaultValue={entered['language'] ?? language}
          error={errorOf(errors, 'language')}
          choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        <div className="actions">
          <Button>{t(say('Send the invitation'))}</Button>
          <a href={href('/accounts')}>{t(say('Cancel'))}</a>
        </div>
      </form>
    </>
  );
}
