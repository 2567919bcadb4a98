import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import type { Role } from '#kernel/policy/actor.ts';
import { Card, CardGrid, DescriptionList, Notice, PageHeader, Section, Tag, usePage } from '#kernel/ui/browser.ts';
import { roleNames } from '../accounts/role-names.ts';

export interface AccountProps {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organization: string;
  /** Of the secretariat: its administrators keep the whole site. */
  readonly inOffice: boolean;
  readonly secondFactor: boolean;
}

export default function Account({ name, email, role, organization, inOffice, secondFactor }: AccountProps): ReactNode {
  const { t } = usePage();
  return (
    <>
      <PageHeader kind={say('Your account')} title={name} />
      {!secondFactor && (
        <Notice tone="warn" title={say('Your account has no second factor')}>
          <p>{t(say('With one, a stolen password opens nothing. Some work here asks for it.'))}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: say('E-mail address'), value: <bdi dir="ltr">{email}</bdi> },
          { term: say('Organization'), value: <bdi>{organization}</bdi> },
          { term: say('Works as'), value: t(roleNames[role]) },
        ]}
      />
      <p className="hint">{t(say('To change these, ask your administrator.'))}</p>
      <Section title={say('Signing in')}>
        <CardGrid>
          <Card title={say('Password')} path="/account/password">
            <p>{t(say('Change it; all other sessions end.'))}</p>
          </Card>
          <Card
            title={say('Second factor')}
            path="/account/second-factor"
            meta={
              secondFactor ? <Tag tone="good">{t(say('set up'))}</Tag> : <Tag tone="warn">{t(say('not set up'))}</Tag>
            }
          >
            <p>{t(say('Authenticator app, passkeys and recovery codes.'))}</p>
          </Card>
          <Card title={say('Sessions')} path="/account/sessions">
            <p>{t(say('Where you are signed in; end what you do not know.'))}</p>
          </Card>
          <Card title={say('Saved searches')} path="/account/searches">
            <p>{t(say('Feeds and letters about what is new.'))}</p>
          </Card>
          <Card title={say('API tokens')} path="/account/tokens">
            <p>{t(say('For programs that work in your name.'))}</p>
          </Card>
        </CardGrid>
      </Section>
      {role === 'administrator' && (
        <Section title={say('Administration')}>
          <CardGrid>
            <Card title={say('Accounts')} path="/accounts">
              <p>{t(say('Who has an account; invite, help and close.'))}</p>
            </Card>
            {inOffice && (
              <Card title={say('Background work')} path="/background-work">
                <p>{t(say('What the server does by itself, and what of it has failed.'))}</p>
              </Card>
            )}
            {inOffice && (
              <Card title={say('Who runs this site')} path="/site-operator">
                <p>{t(say('Name and contact for the privacy page.'))}</p>
              </Card>
            )}
          </CardGrid>
        </Section>
      )}
    </>
  );
}
