import type { ReactNode } from 'react';
import { say, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import { Foreign, LinkButton, PageHeader, Section, Table, usePage } from '#kernel/ui/browser.ts';

export interface TreatyRow {
  readonly id: string;
  readonly name: Multilingual;
  readonly short: Multilingual;
  readonly adopted: string;
  readonly inForce?: string;
  /** Parties among the entries on record today. */
  readonly parties: number;
  readonly quoted?: { readonly parties: number; readonly asOf: string; readonly citation: string };
}

export interface TreatyListProps {
  readonly groups: readonly { readonly id: string; readonly label: Text; readonly treaties: readonly TreatyRow[] }[];
}

/** All instruments by what they are about. */
export default function TreatyListPage({ groups }: TreatyListProps): ReactNode {
  const { t, href, formats } = usePage();
  return (
    <div className="law">
      <PageHeader
        title={say('Treaties')}
        lead={say(
          'The instruments against organized crime, corruption, drugs, terrorism and cybercrime, and who is bound by them on any day.',
        )}
        actions={<LinkButton path="/treaties/matrix">{t(say('States by instruments'))}</LinkButton>}
      />
      {groups.map(({ id, label, treaties }) => (
        <Section
          key={id}
          id={id}
          title={label}
          actions={
            <LinkButton path={`/treaties/matrix?group=${id}`} small>
              {t(say('Who is bound'))}
            </LinkButton>
          }
        >
          <Table
            caption={label}
            captionHidden
            rows={treaties}
            rowKey={(treaty) => treaty.id}
            columns={[
              {
                id: 'name',
                label: say('Treaty'),
                heading: true,
                cell: (treaty) => (
                  <>
                    <a href={href(`/treaties/${treaty.id}`)}>
                      <Foreign text={treaty.short} />
                    </a>
                    <span className="muted law-full-name">
                      <Foreign text={treaty.name} />
                    </span>
                  </>
                ),
              },
              { id: 'adopted', label: say('Adopted'), tight: true, cell: ({ adopted }) => adopted },
              {
                id: 'force',
                label: say('In force since'),
                tight: true,
                cell: ({ inForce }) => inForce ?? t(say('not yet in force')),
              },
              {
                id: 'parties',
                label: say('Parties on record'),
                numeric: true,
                cell: ({ parties }) => formats.number(parties),
              },
              {
                id: 'quoted',
                label: say('Parties, as the reports print'),
                cell: ({ quoted }) =>
                  quoted !== undefined && (
                    <>
                      {formats.number(quoted.parties)}{' '}
                      <span className="muted">
                        ({quoted.asOf}, <cite>{quoted.citation}</cite>)
                      </span>
                    </>
                  ),
              },
            ]}
          />
        </Section>
      ))}
    </div>
  );
}
