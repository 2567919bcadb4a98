import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import type { AccountSummary } from '#kernel/identity/index.ts';
import {
  Button,
  DemonstrationMark,
  EmptyState,
  LinkButton,
  PageHeader,
  Status,
  Table,
  usePage,
  type Tone,
} from '#kernel/ui/browser.ts';
import { roleNames } from '../accounts/role-names.ts';
import { statusNames } from '../accounts/status-names.ts';

export interface AccountsProps {
  readonly accounts: readonly AccountSummary[];
  /** How many there are without the search. */
  readonly all: number;
  readonly asked: string;
}

export default function Accounts({ accounts, all, asked }: AccountsProps): ReactNode {
  const { t, href } = usePage();
  const inClear = accounts.some(({ password }) => password !== undefined);
  return (
    <>
      <PageHeader
        title={say('Accounts')}
        lead={say('{all, plural, one {# account} other {# accounts}}', { all })}
        actions={<LinkButton path="/accounts/invite">{t(say('Invite a person'))}</LinkButton>}
      />
      <form className="search-inline narrow" action={href('/accounts')} method="get">
        <label className="label" htmlFor="q">
          {t(say('Name, address, organization or work'))}
        </label>
        <div className="input-row">
          <input className="input" id="q" name="q" type="search" defaultValue={asked} />
          <Button tone="secondary">{t(say('Search'))}</Button>
        </div>
      </form>
      <Table
        caption={say('Accounts')}
        captionHidden
        rows={accounts}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={say('No account fits')}
            action={
              <LinkButton tone="secondary" path="/accounts">
                {t(say('Show all'))}
              </LinkButton>
            }
          />
        }
        columns={[
          {
            id: 'name',
            label: say('Name'),
            heading: true,
            cell: ({ id, name, demonstration }) => (
              <>
                <a href={href(`/accounts/${id}`)}>
                  <bdi>{name ?? t(say('erased'))}</bdi>
                </a>{' '}
                {demonstration && <DemonstrationMark />}
              </>
            ),
          },
          { id: 'email', label: say('E-mail address'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
          { id: 'role', label: say('Works as'), cell: ({ role }) => t(roleNames[role]) },
          {
            id: 'organization',
            label: say('Organization'),
            cell: ({ organization }) => <bdi>{organization.name}</bdi>,
          },
          { id: 'status', label: say('State'), tight: true, cell: ({ status }) => <AccountStatus status={status} /> },
          ...(inClear
            ? [
                {
                  id: 'password',
                  label: say('Demonstration password'),
                  cell: ({ password }: AccountSummary) => <code dir="ltr">{password}</code>,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function AccountStatus({ status }: { status: AccountSummary['status'] }): ReactNode {
  const { t } = usePage();
  const [label, tone]: readonly [Message, Tone] = statusNames[status];
  return <Status tone={tone}>{t(label)}</Status>;
}
