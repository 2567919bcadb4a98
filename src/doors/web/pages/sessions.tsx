import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Button, Notice, PageHeader, Table, Tag, usePage } from '#kernel/ui/browser.ts';
import { deviceOf } from '../account/device-of.ts';

export interface Session {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export interface SessionsProps {
  readonly sessions: readonly Session[];
  readonly done: boolean;
}

export default function Sessions({ sessions, done }: SessionsProps): ReactNode {
  const { t, href, formats } = usePage();
  const action = href('/account/sessions/end');
  return (
    <>
      <PageHeader
        title={say('Sessions')}
        lead={say(
          'Each is a browser that is signed in with your account. End those that you do not know, and change your password.',
        )}
      />
      {done && (
        <Notice tone="good" live>
          <p>{t(say('Ended.'))}</p>
        </Notice>
      )}
      <Table
        caption={say('Your sessions')}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'device',
            label: say('Browser'),
            heading: true,
            cell: ({ device, current }) => (
              <>
                <bdi>{deviceOf(device) ?? t(say('Unknown'))}</bdi>{' '}
                {current && <Tag tone="accent">{t(say('this one'))}</Tag>}
              </>
            ),
          },
          { id: 'since', label: say('Signed in'), cell: ({ signedInAt }) => formats.dateTime(signedInAt) },
          { id: 'seen', label: say('Last seen'), cell: ({ lastSeenAt }) => formats.dateTime(lastSeenAt) },
          {
            id: 'end',
            label: say('End'),
            cell: ({ id, current }) =>
              !current && (
                <form method="post" action={action}>
                  <input type="hidden" name="session" value={id} />
                  <Button tone="secondary" small>
                    {t(say('End'))}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" action={action}>
          <input type="hidden" name="session" value="others" />
          <Button tone="secondary">{t(say('End all others'))}</Button>
        </form>
      )}
    </>
  );
}
