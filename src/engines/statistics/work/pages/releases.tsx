import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import { EmptyState, LinkButton, PageHeader, Status, Table, usePage } from '#kernel/ui/browser.ts';
import { underEmbargo, type ReleaseView } from './release-view.ts';

export interface ReleasesProps {
  readonly flows: readonly {
    readonly id: string;
    readonly name: Text;
    readonly current?: ReleaseView;
    readonly releases: number;
    readonly accepted: number;
    readonly actsSince: number;
  }[];
  readonly now: string;
}

/** Every flow with its release in force, and what was accepted since. */
export default function Releases({ flows, now }: ReleasesProps): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <div className="work">
      <PageHeader
        title={say('Releases')}
        lead={say(
          'A release is numbered and never changes; pages, API and reports cite it. What is accepted is public only when a release is made of it.',
        )}
      />
      {flows.length === 0 ? (
        <EmptyState
          title={say('There is no flow yet')}
          action={<LinkButton path="/work/imports">{t(say('Bring a file in'))}</LinkButton>}
        >
          <p>{t(say('A flow comes with a system, or is made by importing a workbook.'))}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say('Flows and their releases')}
          captionHidden
          columns={[
            {
              id: 'flow',
              label: say('Flow'),
              heading: true,
              cell: ({ id, name }) => (
                <>
                  <a href={href(`/work/releases?flow=${encodeURIComponent(id)}`)}>{t(name)}</a>
                  <span className="work-figure">
                    <bdi className="work-id">{id}</bdi>
                  </span>
                </>
              ),
            },
            {
              id: 'current',
              label: say('In force'),
              cell: ({ current }) =>
                current === undefined ? (
                  <span className="hint">{t(say('not released'))}</span>
                ) : (
                  <>
                    {t(say('release {number}', { number: String(current.release) }))},{' '}
                    {formats.date(current.releasedAt, { dateStyle: 'medium' })}
                    {underEmbargo(current, now) && (
                      <span className="work-figure">
                        {t(say('under embargo until {time}', { time: formats.dateTime(current.embargoUntil ?? '') }))}
                      </span>
                    )}
                  </>
                ),
            },
            {
              id: 'observations',
              label: say('Figures'),
              numeric: true,
              cell: ({ current }) => (current === undefined ? '–' : formats.number(current.observations)),
            },
            {
              id: 'accepted',
              label: say('Accepted batches'),
              numeric: true,
              cell: ({ accepted }) => formats.number(accepted),
            },
            {
              id: 'waits',
              label: say('Since that release'),
              cell: ({ accepted, actsSince }) =>
                actsSince === 0 ? (
                  <Status tone="neutral">{t(accepted === 0 ? say('nothing accepted yet') : say('nothing new'))}</Status>
                ) : (
                  <Status tone="warn">
                    {t(
                      say(
                        '{count, plural, one {# acceptance or withdrawal waits} other {# acceptances or withdrawals wait}}',
                        { count: actsSince },
                      ),
                    )}
                  </Status>
                ),
            },
          ]}
          rows={flows}
          rowKey={({ id }) => id}
        />
      )}
    </div>
  );
}
