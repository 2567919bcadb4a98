import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { AccountSummary } from '#kernel/identity/index.ts';
import {
  Button,
  Checkbox,
  CopyButton,
  DescriptionList,
  errorOf,
  ErrorSummary,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Status,
  usePage,
} from '#kernel/ui/browser.ts';
import { roleNames } from '../accounts/role-names.ts';
import { statusNames } from '../accounts/status-names.ts';
import type { FormError } from '../forms/read-form.ts';

export interface OneAccountProps {
  readonly account: AccountSummary;
  readonly errors: readonly FormError[];
  readonly done: string;
  /** A link to hand on, where letters do not leave the machine. */
  readonly link?: string;
}

const notices: Readonly<Record<string, Message>> = {
  invited: say('The invitation is on its way.'),
  'invite-again': say('The invitation is on its way.'),
  'reset-password': say('A letter with a link to set a new password is on its way.'),
  'reset-second-factor': say('The second factor is removed.'),
  deactivate: say('The account is closed.'),
  erase: say('The person is erased.'),
};

export default function OneAccount({ account, errors, done, link }: OneAccountProps): ReactNode {
  const { t, href } = usePage();
  const notice = notices[done];
  const [status, tone] = statusNames[account.status];
  return (
    <>
      <PageHeader kind={say('Account')} title={account.name ?? say('erased')} />
      {notice !== undefined && (
        <Notice tone="good" live>
          <p>{t(notice)}</p>
        </Notice>
      )}
      {link !== undefined && (
        <Notice tone="warn" title={say('Hand this link on')} live>
          <p>{t(say('Letters do not leave this machine. Give the link to the person yourself; it works once.'))}</p>
          <p>
            <code id="link" dir="ltr">
              {link}
            </code>
          </p>
          <CopyButton from="#link" />
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: say('E-mail address'), value: <bdi dir="ltr">{account.email ?? '–'}</bdi> },
          { term: say('Organization'), value: <bdi>{account.organization.name}</bdi> },
          { term: say('Works as'), value: t(roleNames[account.role]) },
          { term: say('State'), value: <Status tone={tone}>{t(status)}</Status> },
        ]}
      />
      {account.status !== 'erased' && (
        <Section title={say('What can be done')}>
          <ErrorSummary errors={errors} />
          <form className="form" method="post" action={href(`/accounts/${account.id}`)} noValidate>
            <RadioGroup
              name="act"
              legend={say('Choose')}
              choices={choicesFor(account)}
              error={errorOf(errors, 'act')}
            />
            <div>
              {errorOf(errors, 'sure') !== undefined && (
                <p className="field-error">{t(say('Tick the box to confirm.'))}</p>
              )}
              <Checkbox name="sure" label={say('I am sure')} />
            </div>
            <div className="actions">
              <Button>{t(say('Carry it out'))}</Button>
            </div>
          </form>
        </Section>
      )}
    </>
  );
}

function choicesFor({ status }: AccountSummary) {
  const invited = {
    value: 'invite-again',
    label: say('Send the invitation again'),
    hint: say('The earlier link stops working.'),
  };
  const open = [
    {
      value: 'reset-password',
      label: say('Send a link to set a new password'),
      hint: say('It works for an hour, once.'),
    },
    {
      value: 'reset-second-factor',
      label: say('Remove the second factor'),
      hint: say('For a person who lost it. All sessions end.'),
    },
  ];
  const close = {
    value: 'deactivate',
    label: say('Close the account'),
    hint: say('Nobody can sign in with it; its record stays.'),
  };
  const erase = {
    value: 'erase',
    label: say('Erase the person'),
    hint: say('Name and address go for good. What the account did stays true, without a name.'),
  };
  if (status === 'invited') return [invited, close, erase];
  return status === 'active' ? [...open, close, erase] : [erase];
}
