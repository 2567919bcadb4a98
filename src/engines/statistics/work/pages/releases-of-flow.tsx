import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  EmptyState,
  Field,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Table,
  TextArea,
  usePage,
} from '#kernel/ui/browser.ts';
import { ReleaseLine } from './release-line.tsx';
import type { ReleaseView } from './release-view.ts';

export interface ReleasesOfFlowProps {
  readonly flow: string;
  readonly name: Text;
  readonly audience: string;
  readonly current: number | null;
  readonly actsSince: number;
  readonly accepted: number;
  readonly batches: readonly {
    readonly id: string;
    readonly file: string;
    readonly observations: number;
    readonly importedAt: string;
  }[];
  readonly releases: readonly (ReleaseView & { readonly who: { readonly account: string; readonly name?: string } })[];
  readonly may: { readonly release: boolean; readonly withdraw: boolean };
  readonly now: string;
  readonly done?: Message;
}

/** One flow: what waits, making a release of it, and the releases so far. */
export default function ReleasesOfFlow(props: ReleasesOfFlowProps): ReactNode {
  const { t } = usePage();
  const { flow, name, releases, done, may, accepted, current, now } = props;
  return (
    <div className="work">
      <PageHeader title={name} kind={say('Releases')} lead={flow} />
      {done !== undefined && (
        <Notice tone="good" live>
          <p>{t(done)}</p>
        </Notice>
      )}
      <Section title={say('What the next release would hold')}>
        <Accepted {...props} />
        {may.release && accepted > 0 && <Form {...props} />}
      </Section>
      <Section title={say('Releases so far')}>
        {releases.length === 0 ? (
          <EmptyState title={say('Nothing of this flow is released yet')}>
            <p>{t(say('Until the first release, nobody outside the office sees its figures.'))}</p>
          </EmptyState>
        ) : (
          <ol className="work-releases">
            {releases.map((each) => (
              <li key={each.release}>
                <ReleaseLine release={each} current={each.release === current} mayWithdraw={may.withdraw} now={now} />
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Accepted(props: ReleasesOfFlowProps): ReactNode {
  const { t, href, formats } = usePage();
  const { accepted, batches, actsSince, current } = props;
  if (accepted === 0) {
    return (
      <EmptyState
        title={say('No batch of this flow is accepted')}
        action={
          <LinkButton path={`/work/imports?flow=${encodeURIComponent(props.flow)}`}>
            {t(say('Go to its batches'))}
          </LinkButton>
        }
      >
        <p>{t(say('A release is made of accepted batches. Accept one first.'))}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        {current !== null && actsSince === 0
          ? t(say('Nothing was accepted or taken back since release {number}.', { number: String(current) }))
          : t(say('Of one figure in several batches, the one accepted last holds.'))}
      </p>
      <Table
        caption={
          accepted > batches.length
            ? say('The latest {shown} of {all} accepted batches', {
                shown: formats.number(batches.length),
                all: formats.number(accepted),
              })
            : say('Accepted batches')
        }
        dense
        columns={[
          {
            id: 'file',
            label: say('File'),
            heading: true,
            cell: ({ id, file }) => (
              <a href={href(`/work/imports/${id}`)}>
                <bdi>{file}</bdi>
              </a>
            ),
          },
          {
            id: 'observations',
            label: say('Figures'),
            numeric: true,
            cell: ({ observations }) => formats.number(observations),
          },
          { id: 'when', label: say('Imported'), tight: true, cell: ({ importedAt }) => formats.dateTime(importedAt) },
        ]}
        rows={batches}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function Form({ flow, audience }: ReleasesOfFlowProps): ReactNode {
  const { t, href } = usePage();
  return (
    <form className="form" method="get" action={href('/work/releases/make')}>
      <h3>{t(say('Make a release'))}</h3>
      <input type="hidden" name="flow" value={flow} />
      <TextArea
        name="note"
        label={say('Note for readers')}
        optional
        hint={say('What is new, what was revised and why. It stands on the release’s page.')}
        rows={3}
        maxLength={4000}
        dir="auto"
      />
      <Field
        name="embargo"
        label={say('Embargo until, in UTC')}
        optional
        hint={
          audience === 'public'
            ? say('Until then only the office sees the release.')
            : say('Until then only the office sees the release; after it, those whom the flow is for.')
        }
        type="datetime-local"
        width={22}
      />
      <div className="actions">
        <Button>{t(say('See what it changes …'))}</Button>
      </div>
    </form>
  );
}
