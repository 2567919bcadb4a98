import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import { Button, Field, Notice, PageHeader, Section, Status, Table, usePage } from '#kernel/ui/browser.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

export interface AccountSecondFactorProps {
  readonly totp: boolean;
  /** Codes that are left. */
  readonly recoveryCodes: number;
  readonly passkeys: readonly Passkey[];
  readonly done: string;
}

const notices: Readonly<Record<string, Message>> = {
  app: say('Your authenticator app is set up.'),
  passkey: say('Your passkey is registered.'),
  removed: say('It is removed.'),
};

export default function AccountSecondFactor({
  totp,
  recoveryCodes,
  passkeys,
  done,
}: AccountSecondFactorProps): ReactNode {
  const { t, href } = usePage();
  const notice = notices[done];
  const base = href('/account/second-factor');
  return (
    <>
      <PageHeader
        title={say('Second factor')}
        lead={say('Something that you have, beside the password that you know.')}
      />
      {notice !== undefined && (
        <Notice tone="good" live>
          <p>{t(notice)}</p>
        </Notice>
      )}
      <Section title={say('Authenticator app')}>
        <p>
          <Status tone={totp ? 'good' : 'neutral'}>{totp ? t(say('set up')) : t(say('not set up'))}</Status>
        </p>
        <form method="post" action={totp ? `${base}/app/remove` : `${base}/app`}>
          <Button tone={totp ? 'secondary' : 'primary'}>
            {totp ? t(say('Remove the app')) : t(say('Set up an app'))}
          </Button>
        </form>
      </Section>
      <Section title={say('Passkeys')} lead={say('Your device or a security key signs you in, without a password.')}>
        {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} action={`${base}/passkeys/remove`} />}
        <form
          className="form"
          hidden
          method="post"
          action={`${base}/passkeys`}
          data-island="passkey-register"
          data-start={`${base}/passkeys/start`}
          data-finish={`${base}/passkeys`}
          data-failed={t(say('The passkey could not be registered. Give it a name and try again.'))}
        >
          <p className="field-error" role="alert" hidden />
          <input type="hidden" name="answer" />
          <Field
            name="name"
            label={say('Name for a new passkey')}
            hint={say('Such as “Office laptop”.')}
            required
            maxLength={100}
            width={30}
          />
          <div className="actions">
            <Button icon="key" tone="secondary">
              {t(say('Register a passkey'))}
            </Button>
          </div>
        </form>
        <noscript>
          <p className="hint">{t(say('Registering a passkey needs JavaScript.'))}</p>
        </noscript>
      </Section>
      {(totp || passkeys.length > 0) && (
        <Section title={say('Recovery codes')}>
          <p>
            {t(
              say(
                '{count, plural, =0 {No code is left.} one {# code is left.} other {# codes are left.}} Each stands in for the second factor once.',
                {
                  count: recoveryCodes,
                },
              ),
            )}
          </p>
          <form method="post" action={`${base}/recovery-codes`}>
            <Button tone="secondary">{t(say('Make new codes'))}</Button>
          </form>
        </Section>
      )}
    </>
  );
}

function PasskeyTable({ passkeys, action }: { passkeys: readonly Passkey[]; action: string }): ReactNode {
  const { t, formats } = usePage();
  return (
    <Table
      caption={say('Your passkeys')}
      captionHidden
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', label: say('Name'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { id: 'made', label: say('Registered'), cell: ({ createdAt }) => formats.date(createdAt) },
        {
          id: 'used',
          label: say('Last used'),
          cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? t(say('never')) : formats.date(lastUsedAt)),
        },
        {
          id: 'remove',
          label: say('Remove'),
          cell: ({ id }) => (
            <form method="post" action={action}>
              <input type="hidden" name="passkey" value={id} />
              <Button tone="secondary" small>
                {t(say('Remove'))}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
