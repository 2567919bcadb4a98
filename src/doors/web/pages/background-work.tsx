import type { ReactNode } from 'react';
import { say, type Message } from '#kernel/i18n/say.ts';
import {
  Button,
  DescriptionList,
  EmptyState,
  Notice,
  PageHeader,
  Section,
  Status,
  Table,
  usePage,
  type Tone,
} from '#kernel/ui/browser.ts';
import type { BackgroundOverview, RunState } from '../background/background-overview.ts';

export interface BackgroundWorkProps extends BackgroundOverview {
  readonly done: string;
}

const notices: Readonly<Record<string, Message>> = {
  retry: say('The work is set going again.'),
  forget: say('The work is deleted. It will not be done.'),
};

const stateNames: Readonly<Record<RunState, readonly [Message, Tone]>> = {
  never: [say('not yet run'), 'neutral'],
  waiting: [say('waiting'), 'neutral'],
  running: [say('under way'), 'accent'],
  done: [say('done'), 'good'],
  failed: [say('failed'), 'bad'],
};

export default function BackgroundWork(props: BackgroundWorkProps): ReactNode {
  const { waiting, running, oldestSeconds, failed, done } = props;
  const { t, formats } = usePage();
  const notice = notices[done];
  return (
    <>
      <PageHeader
        title={say('Background work')}
        lead={say('What the server does by itself, when it did it last, and what has failed.')}
      />
      {notice !== undefined && (
        <Notice tone="good" live>
          <p>{t(notice)}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: say('Waiting'), value: formats.number(waiting) },
          { term: say('Under way'), value: formats.number(running) },
          { term: say('Failed'), value: formats.number(failed.length) },
          {
            term: say('Longest wait'),
            value: t(say('{n, plural, one {# second} other {# seconds}}', { n: Math.round(oldestSeconds) })),
          },
        ]}
      />
      <Section title={say('Failed')}>
        <FailedWork {...props} />
      </Section>
      <Section title={say('Regular work')}>
        <Schedules {...props} />
      </Section>
    </>
  );
}

function FailedWork({ failed }: BackgroundWorkProps): ReactNode {
  const { t, href, formats } = usePage();
  if (failed.length === 0)
    return (
      <EmptyState title={say('Nothing has failed')}>
        <p>
          {t(say('Work that fails is tried again by itself. What still fails at its last attempt is listed here.'))}
        </p>
      </EmptyState>
    );
  return (
    <Table
      caption={say('Failed work')}
      captionHidden
      rows={failed}
      rowKey={({ id }) => id}
      columns={[
        { id: 'work', label: say('Work'), heading: true, cell: ({ title }) => <Roomy>{t(title)}</Roomy> },
        {
          id: 'reason',
          label: say('Reason'),
          cell: ({ reason }) => (
            <Roomy>
              <Words text={reason} />
            </Roomy>
          ),
        },
        { id: 'at', label: say('Failed at'), tight: true, cell: ({ failedAt }) => formats.dateTime(failedAt) },
        { id: 'attempts', label: say('Attempts'), numeric: true, cell: ({ attempts }) => formats.number(attempts) },
        {
          id: 'acts',
          label: say('What can be done'),
          tight: true,
          cell: ({ id }) => (
            <form className="actions" method="post" action={href('/background-work')}>
              <input type="hidden" name="job" value={id} />
              <Button tone="secondary" small name="act" value="retry">
                {t(say('Try again'))}
              </Button>
              <Button tone="secondary" small name="act" value="forget">
                {t(say('Delete'))}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

function Schedules({ schedules }: BackgroundWorkProps): ReactNode {
  const { t, formats } = usePage();
  return (
    <Table
      caption={say('Regular work')}
      captionHidden
      rows={schedules}
      rowKey={({ name }) => name}
      empty={
        <EmptyState title={say('Nothing is scheduled')}>
          <p>{t(say('Regular work begins with the server. Start it again and look at its log.'))}</p>
        </EmptyState>
      }
      columns={[
        { id: 'work', label: say('Work'), heading: true, cell: ({ title }) => <Roomy>{t(title)}</Roomy> },
        { id: 'when', label: say('When'), tight: true, cell: ({ cron }) => <Rhythm cron={cron} /> },
        {
          id: 'last',
          label: say('Last run'),
          tight: true,
          cell: ({ lastAt }) => (lastAt === undefined ? '–' : formats.dateTime(lastAt)),
        },
        {
          id: 'result',
          label: say('Result'),
          cell: ({ state, words }) => {
            const [label, tone] = stateNames[state];
            return (
              <>
                <Status tone={tone}>{t(label)}</Status>
                {words !== undefined && (
                  <Roomy>
                    <Words text={words} />
                  </Roomy>
                )}
              </>
            );
          },
        },
        { id: 'next', label: say('Next run'), tight: true, cell: ({ nextAt }) => formats.dateTime(nextAt) },
      ]}
    />
  );
}

/** Words of which a narrow screen, where the table scrolls, does not make a column of letters. */
function Roomy({ children }: { readonly children: ReactNode }): ReactNode {
  return <div style={{ minInlineSize: '9rem' }}>{children}</div>;
}

/** What a program says of itself is English in every language. */
function Words({ text }: { readonly text: string }): ReactNode {
  return (
    <span lang="en" dir="ltr">
      {text}
    </span>
  );
}

/** The two rhythms that the house knows in words; any other as it is written. */
function Rhythm({ cron }: { readonly cron: string }): ReactNode {
  const { t } = usePage();
  const [, minute = '', hour = ''] = /^(\d+) (\d+|\*) \* \* \*$/.exec(cron) ?? [];
  if (hour === '*') return t(say('each hour, at minute {minute}', { minute }));
  if (hour !== '')
    return t(say('each day at {time} UTC', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }));
  return <code dir="ltr">{cron}</code>;
}
